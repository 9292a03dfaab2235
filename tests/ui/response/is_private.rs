use plane_api::endpoint;

#[derive(serde::Deserialize)]
struct Customer;

#[endpoint(GET, "/customers/" -> Customer)]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
