use plane_api::{Patch, endpoint};

#[endpoint(PATCH, "/customers/" -> ())]
pub struct Update {
    pub tags: Patch<Vec<String>>,
}

pub fn update() -> Update {
    Update::new().tags(Patch::Set(vec!["x"]))
}

fn main() {}
