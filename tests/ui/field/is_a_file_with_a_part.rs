use plane_api::endpoint;

#[endpoint(POST, "/files/", multipart)]
pub struct Request {
    #[part("image/png")]
    pub file: plane_api::FilePart,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(plane_api::FilePart::new("a.png", "")).send(client);
}

fn main() {}
