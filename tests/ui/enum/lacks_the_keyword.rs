plane_api::open_enum! {
    State {
        Paid = "paid",
    }
}

pub fn run() {
    let state = State::Paid;
    let _ = (state.as_str(), State::from("x"), format!("{state:?} {state}"));
}

fn main() {}
