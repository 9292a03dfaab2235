use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header("Authorization")]
    pub value: String,
}

fn main() {}
