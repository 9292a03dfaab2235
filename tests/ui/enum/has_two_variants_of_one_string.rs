plane_api::open_enum! {
    pub enum State {
        Paid = "paid",
        Done = "paid",
    }
}

pub fn run() {
    let state = State::Done;
    let _ = (state.as_str(), State::from("x"), format!("{state:?} {state}"));
}

fn main() {}
