use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    pub name: Custoner,
}

fn main() {}
