use plane_api::{Value, endpoint};
use std::collections::BTreeMap;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[serde(flatten, rename = "extra")]
    pub more: BTreeMap<String, Value>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(BTreeMap::<String, Value>::new()).send(client);
}

fn main() {}
