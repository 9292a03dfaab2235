use plane_api::endpoint;

#[endpoint(DELETE, "/customers/{ids}" -> String)]
pub struct Request {
    pub id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1).send(client);
}

fn main() {}
