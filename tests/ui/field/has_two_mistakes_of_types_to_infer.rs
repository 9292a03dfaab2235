use std::collections::HashMap;

use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request<'a> {
    pub names: HashMap<&'a str, _>,
    pub sizes: Option<(u8, _)>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(HashMap::new()).sizes((1, 2)).send(client);
}

fn main() {}
