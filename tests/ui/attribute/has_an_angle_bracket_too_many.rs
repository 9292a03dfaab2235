use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> Vec<String>>)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _: plane_api::ResponseFuture<Vec<String>> = Request::new().send(client);
}

fn main() {}
