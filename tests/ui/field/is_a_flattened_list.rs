use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[flatten]
    pub more: Vec<String>,
}

fn main() {}
