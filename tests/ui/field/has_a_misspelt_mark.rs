use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[qeury]
    pub name: String,
}

fn main() {}
