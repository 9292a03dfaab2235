use plane_api::endpoint;

#[endpoint(POST, "/customers/", form)]
pub struct Request {
    pub name: String,
}

fn main() {}
