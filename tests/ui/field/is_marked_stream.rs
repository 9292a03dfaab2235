use plane_api::endpoint;

#[endpoint(PUT, "/files/")]
pub struct Request {
    #[stream]
    pub file: plane_api::Body,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("Hello").send(client);
}

fn main() {}
