use plane_api::endpoint;

#[endpoint(POST, "/users/<id>/?notify=<notify>")]
pub struct Request {
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", "x").send(client);
}

fn main() {}
