use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> String)]
pub struct Request {
    #[header("X-Version" = "2")]
    pub version: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().version("2").send(client);
}

fn main() {}
