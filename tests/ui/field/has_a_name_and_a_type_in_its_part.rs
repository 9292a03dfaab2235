use plane_api::endpoint;

#[endpoint(POST, "/files/", multipart)]
pub struct Request {
    #[part(name = "meta", content_type = "application/json")]
    pub metadata: Vec<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new([1]).send(client);
}

fn main() {}
