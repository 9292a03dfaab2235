use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header("X-Trace")]
    pub one: String,
    #[header("x-trace")]
    pub two: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x", "x").send(client);
}

fn main() {}
