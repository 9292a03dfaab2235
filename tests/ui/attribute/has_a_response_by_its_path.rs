use plane_api::endpoint;

#[endpoint(GET, "/customers/", std::string::String)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _: plane_api::ResponseFuture<std::string::String> = Request::new().send(client);
}

fn main() {}
