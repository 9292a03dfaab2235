use plane_api::endpoint;

#[endpoint(GET, "/users/{self.id}/" -> String)]
pub struct Request {
    pub id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(7).send(client);
}

fn main() {}
