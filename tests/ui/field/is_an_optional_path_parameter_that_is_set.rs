use plane_api::endpoint;

#[endpoint(GET, "/users/<id>/" -> String)]
pub struct Request {
    pub id: Option<u64>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().id(7).send(client);
}

fn main() {}
