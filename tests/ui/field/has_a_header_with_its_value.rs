use plane_api::endpoint;

#[endpoint(POST, "/users/" -> String)]
pub struct Request {
    #[header("X-Version: 2")]
    pub version: Option<u64>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().version(7).send(client);
}

fn main() {}
