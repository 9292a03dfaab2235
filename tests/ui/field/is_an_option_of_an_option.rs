use plane_api::endpoint;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub name: Option<Option<String>>,
}

fn main() {}
