plane_api::open_enum! {
    pub enum State {
        Paid = "paid",
        Other = "other",
    }
}

pub fn run() {
    let state = State::Paid;
    let _ = (state.as_str(), State::from("x"), format!("{state:?} {state}"));
}

fn main() {}
