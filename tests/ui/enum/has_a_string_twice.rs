plane_api::open_enum! {
    pub enum State {
        Paid = "paid",
        Settled = "paid",
    }
}

pub fn run() {
    let state = State::Settled;
    let _ = (state.as_str(), State::from("x"), format!("{state:?} {state}"));
}

fn main() {}
