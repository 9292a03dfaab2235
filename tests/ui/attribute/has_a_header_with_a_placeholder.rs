use plane_api::endpoint;

#[endpoint(GET, "/users/" -> String, header("X-Tenant" = "{tenant}"))]
pub struct Request {
    pub tenant: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().tenant("a").send(client);
}

fn main() {}
