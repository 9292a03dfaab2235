use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[header("Content-Type")]
    pub media: String,
    pub name: String,
}

fn main() {}
