use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub enum Request {
    One,
}

fn main() {}
