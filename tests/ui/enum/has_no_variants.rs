plane_api::open_enum! {
    pub enum State {}
}

pub fn run() {
    let state = State::from("paid");
    let _ = (state.as_str(), State::from("x"), format!("{state:?} {state}"));
}

fn main() {}
