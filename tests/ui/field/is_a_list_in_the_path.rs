use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    pub id: Vec<u64>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new([1]).send(client);
}

fn main() {}
