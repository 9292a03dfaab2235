plane_api::open_enum! {
    #[derive(Copy)]
    pub enum State {
        Paid = "paid",
    }
}

pub fn run() {
    let state = State::Paid;
    let _ = (state.as_str(), State::from("x"), format!("{state:?} {state}"));
}

fn main() {}
