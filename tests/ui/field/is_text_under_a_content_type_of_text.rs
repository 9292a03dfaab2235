use plane_api::endpoint;

#[endpoint(POST, "/notes/", header("Content-Type" = "text/plain"))]
pub struct Request {
    #[body]
    pub text: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("Hello").send(client);
}

fn main() {}
