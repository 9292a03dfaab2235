use plane_api::endpoint;

pub fn decode(response: plane_api::RawResponse) -> plane_api::Result<String> {
    response.json()
}

#[endpoint(GET, "/users/" -> String, decode = "decode")]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
