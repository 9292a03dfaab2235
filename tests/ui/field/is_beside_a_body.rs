use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[body]
    pub ids: Vec<u64>,
    pub name: String,
    pub email: String,
}

fn main() {}
