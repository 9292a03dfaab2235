use plane_api::endpoint;

#[endpoint(GET, "/users/%7Bid%7D/" -> String)]
pub struct Request {
    pub id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1_u64).send(client);
}

fn main() {}
