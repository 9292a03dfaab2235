use plane_api::endpoint;

#[endpoint(GET, "/api/v2/customers/" -> String, root = "/api/v2")]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
