use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub union Request {
    one: u8,
}

fn main() {}
