use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header("X-Trace")]
    pub one: String,
    #[header("x-trace")]
    pub two: String,
}

fn main() {}
