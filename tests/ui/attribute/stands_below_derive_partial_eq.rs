use plane_api::endpoint;

#[derive(Debug, PartialEq)]
#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    pub expand: Option<String>,
}

fn main() {}
