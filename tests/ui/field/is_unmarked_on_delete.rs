use plane_api::endpoint;

#[endpoint(DELETE, "/customers/")]
pub struct Request {
    pub id: u64,
    pub name: String,
}

fn main() {}
