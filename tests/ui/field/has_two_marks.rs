use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[query]
    #[header("X-Name")]
    pub name: String,
}

fn main() {}
