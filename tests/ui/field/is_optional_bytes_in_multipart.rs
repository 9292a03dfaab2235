use plane_api::endpoint;

#[endpoint(POST, "/files/", multipart)]
pub struct Request {
    pub file: Option<Vec<u8>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().file([1]).send(client);
}

fn main() {}
