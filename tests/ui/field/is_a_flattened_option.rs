use plane_api::{Value, endpoint};
use std::collections::BTreeMap;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[flatten]
    pub more: Option<BTreeMap<String, Value>>,
}

fn main() {}
