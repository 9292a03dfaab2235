use plane_api::endpoint;

#[endpoint(POST, "/users/")]
pub struct Request {
    #[query(flatten)]
    pub filter: std::collections::HashMap<String, String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(std::collections::HashMap::new()).send(client);
}

fn main() {}
