use plane_api::endpoint;

#[endpoint(POST, "/customers/", json = optional)]
pub struct Request {
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
