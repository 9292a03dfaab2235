use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[query]
    #[query]
    pub name: String,
}

fn main() {}
