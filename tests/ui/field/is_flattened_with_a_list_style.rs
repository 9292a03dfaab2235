use plane_api::{Client, endpoint};
use std::collections::BTreeMap;

#[endpoint(POST, "/tasks" -> String)]
struct Request {
    #[query(comma)]
    #[flatten]
    filters: BTreeMap<String, Vec<u64>>,
}

fn send(client: &Client) {
    let _ = Request::new(BTreeMap::new()).send(client);
}

fn main() {}
