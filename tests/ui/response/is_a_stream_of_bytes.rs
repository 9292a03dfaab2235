use plane_api::endpoint;

#[endpoint(GET, "/export/" -> BoxStream<Bytes>)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
