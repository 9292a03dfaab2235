plane_api::open_enum! {
    #[serde(rename_all = "kebab-case")]
    pub enum State {
        Paid,
        InTransit,
    }
}

pub fn run() {
    let state = State::InTransit;
    let _ = (state.as_str(), State::from("x"), format!("{state:?} {state}"));
}

fn main() {}
