use std::collections::HashMap;

use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub names: HashMap<String, str>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(HashMap::from([("a".to_owned(), "x")])).send(client);
}

fn main() {}
