use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    pub size: Option<Colour>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
