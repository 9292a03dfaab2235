use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header("Host")]
    pub value: String,
}

fn main() {}
