plane_api::open_enum! {
    pub enum State {
        #[serde(rename = "paid")]
        Paid,
        #[serde(rename = "in-transit")]
        InTransit,
    }
}

pub fn run() {
    let state = State::InTransit;
    let _ = (state.as_str(), State::from("x"), format!("{state:?} {state}"));
}

fn main() {}
