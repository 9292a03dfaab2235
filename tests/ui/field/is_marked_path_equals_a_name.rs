use plane_api::endpoint;

#[endpoint(GET, "/users/<n>/" -> String)]
pub struct Request {
    #[path = "n"]
    pub number: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(7).send(client);
}

fn main() {}
