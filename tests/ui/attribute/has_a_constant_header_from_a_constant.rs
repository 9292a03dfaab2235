use plane_api::endpoint;

const VERSION: &str = "1";

#[endpoint(GET, "/customers/" -> String, header("Api-Version" = VERSION))]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _: plane_api::ResponseFuture<String> = Request::new().send(client);
}

fn main() {}
