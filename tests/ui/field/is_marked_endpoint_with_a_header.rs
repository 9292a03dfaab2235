use plane_api::endpoint;

#[endpoint(GET, "/users/")]
pub struct Request {
    #[endpoint(header("X-Tenant"))]
    pub tenant: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().tenant("x").send(client);
}

fn main() {}
