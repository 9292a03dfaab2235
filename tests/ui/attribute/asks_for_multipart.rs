use plane_api::endpoint;

#[endpoint(POST, "/customers/", multipart)]
pub struct Request {
    pub name: String,
}

fn main() {}
