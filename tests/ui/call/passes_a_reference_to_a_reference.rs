use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    for id in &["1", "2"] {
        let _ = Request::new(id).send(client);
    }
}

fn main() {}
