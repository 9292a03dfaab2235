use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header("Content-Length")]
    pub value: String,
}

fn main() {}
