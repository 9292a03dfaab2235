use plane_api::{Patch, endpoint};

#[endpoint(PATCH, "/customers/" -> ())]
pub struct Update {
    pub name: Patch<String>,
}

pub fn update() -> Update {
    Update::new().name(Patch::Set("x"))
}

fn main() {}
