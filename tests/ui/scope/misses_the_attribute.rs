use plane_api::Client;

#[endpoint(GET, "/customers/" -> String)]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &Client, request: &Request) {
    let _ = (client, &request.name);
}

fn main() {}
