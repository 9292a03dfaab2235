plane_api::open_enum! {
    pub enum State {
        Paid = "paid",
        Other(String),
    }
}

pub fn run() {
    let state = State::Other("x".to_owned());
    let _ = (state.as_str(), State::from("x"), format!("{state:?} {state}"));
}

fn main() {}
