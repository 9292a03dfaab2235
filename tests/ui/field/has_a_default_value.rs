use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub name: String,
    pub tags: Vec<String> = Vec::new(),
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("Acme").tags(["new"]).send(client);
}

fn main() {}
