use plane_api::{Patch, endpoint};

#[endpoint(PATCH, "/customers/" -> ())]
pub struct Update {
    pub sizes: Patch<Vec<u32>>,
}

pub fn update() -> Update {
    Update::new().sizes([1_u64])
}

fn main() {}
