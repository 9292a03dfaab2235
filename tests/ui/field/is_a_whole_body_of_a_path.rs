use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[body]
    pub file: std::path::PathBuf,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
