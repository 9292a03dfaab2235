plane_api::open_enum! {
    /// A state.
    pub enum State {
        Done = "done",
        in-review = "in-review",
        "on hold",
    }
}

pub fn is_open(state: &State) -> bool {
    matches!(state, State::InReview | State::OnHold) && *state != State::Done
}

fn main() {}
