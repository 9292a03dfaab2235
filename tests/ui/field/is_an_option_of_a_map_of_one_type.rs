use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub tags: Option<std::collections::HashMap<String>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().tags(std::collections::HashMap::<String, String>::new()).send(client);
}

fn main() {}
