use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> plane_api::Event<String>)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _: plane_api::ResponseFuture<plane_api::Events<String>> = Request::new().send(client);
}

fn main() {}
