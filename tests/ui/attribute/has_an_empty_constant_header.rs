use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> String, header("X-A" = ""))]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _: plane_api::ResponseFuture<String> = Request::new().send(client);
}

fn main() {}
