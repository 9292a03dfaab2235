plane_api::open_enum! {
    pub enum State {
        Paid = "paid",
        #[serde(other)]
        Unknown,
    }
}

pub fn run() {
    let state = State::Unknown;
    let _ = (state.as_str(), State::from("x"), format!("{state:?} {state}"));
}

fn main() {}
