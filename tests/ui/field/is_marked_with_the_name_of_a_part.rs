use plane_api::endpoint;

#[endpoint(POST, "/files/")]
pub struct Request {
    #[part("file")]
    pub file: Vec<u8>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new([1]).send(client);
}

fn main() {}
