use plane_api::endpoint;

#[endpoint(GET, "/users/{slug:str}/" -> String)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a").send(client);
}

fn main() {}
