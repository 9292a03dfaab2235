use plane_api::{Patch, endpoint};
use std::collections::BTreeMap;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub names: BTreeMap<String, Patch<String>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(BTreeMap::new()).send(client);
}

fn main() {}
