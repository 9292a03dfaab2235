use plane_api::endpoint;

#[endpoint(RequestMethod.GET, "/users/" -> String)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
