plane_api::open_enum! {
    /// A state.
    pub enum State {
        #[default]
        Open = "open",
        Done = "done",
    }
}

pub fn open() -> State {
    State::default()
}

fn main() {}
