use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[path(body)]
    pub id: String,
}

fn main() {}
