use plane_api::{Bytes, endpoint};

#[endpoint(POST, "/files/", multipart)]
pub struct Request {
    #[part("image/png")]
    pub file: Option<Bytes>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().file("y").send(client);
}

fn main() {}
