use std::collections::HashMap;

use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> String)]
pub struct Request {
    #[headers]
    pub headers: Option<HashMap<String, String>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().headers(HashMap::new()).send(client);
}

fn main() {}
