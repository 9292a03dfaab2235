use plane_api::endpoint;

#[endpoint(PUT, "/notes/")]
pub struct Request {
    #[body("text/markdown")]
    pub text: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("Hello").send(client);
}

fn main() {}
