use plane_api::endpoint;

#[endpoint(POST, "/customers/", header("content-type" = "application/xml"))]
pub struct Request {
    #[body]
    pub text: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("<x/>").send(client);
}

fn main() {}
