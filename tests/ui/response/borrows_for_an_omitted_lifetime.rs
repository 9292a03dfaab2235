use plane_api::endpoint;

#[derive(serde::Deserialize)]
pub struct User<'a>(&'a str);

#[endpoint(GET, "/users/" -> User<'_>)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
