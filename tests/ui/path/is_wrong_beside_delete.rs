use plane_api::endpoint;

#[endpoint(DELETE, "/customers/{id}/" -> ())]
pub struct Request {
    pub id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(5).send(client);
}

fn main() {}
