use plane_api::endpoint;

const ROOT: &str = "/api/v2";

#[endpoint(GET, "/customers/" -> String, root = ROOT)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _: plane_api::ResponseFuture<String> = Request::new().send(client);
}

fn main() {}
