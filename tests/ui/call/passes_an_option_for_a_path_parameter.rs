use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let id: Option<String> = None;
    let _ = Request::new(id).send(client);
}

fn main() {}
