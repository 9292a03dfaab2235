use plane_api::endpoint;

#[endpoint(PUT, "/customers/<id>" -> ())]
pub struct Request {
    pub tags: Vec<String>,
}

pub fn request() -> Request {
    Request::new("7", "x")
}

fn main() {}
