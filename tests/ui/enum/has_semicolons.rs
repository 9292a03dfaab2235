plane_api::open_enum! {
    pub enum State {
        Paid = "paid";
        InTransit = "in-transit";
    }
}

pub fn run() {
    let state = State::InTransit;
    let _ = (state.as_str(), State::from("x"), format!("{state:?} {state}"));
}

fn main() {}
