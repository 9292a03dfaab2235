use plane_api::endpoint;

#[endpoint(GET, "/users/<id>/" -> String)]
pub struct Request {
    #[path("id")]
    pub user: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(7).send(client);
}

fn main() {}
