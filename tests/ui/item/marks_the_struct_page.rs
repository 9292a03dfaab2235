use plane_api::endpoint;

#[endpoint(GET, "/things/" -> Vec<String>)]
#[page(number)]
pub struct Request {
    pub page: Option<u32>,
}

fn main() {}
