plane_api::open_enum! {
    /// A state.
    pub struct State {
        Open = "open",
        Done = "done",
    }
}

pub fn open() -> State {
    State::Open
}

fn main() {}
