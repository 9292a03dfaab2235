use plane_api::{Value, endpoint};
use std::collections::BTreeMap;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[flatten]
    pub more: Option<BTreeMap<String, Value>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().more(BTreeMap::<String, Value>::new()).send(client);
}

fn main() {}
