use plane_api::{Value, endpoint};
use std::collections::BTreeMap;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[serde(flatten, rename = "extra")]
    pub more: BTreeMap<String, Value>,
}

fn main() {}
