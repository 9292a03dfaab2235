use plane_api::endpoint;

#[endpoint(POST, "/customers/", multipart)]
pub struct Request {
    pub files: Vec<std::path::PathBuf>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().files([std::path::PathBuf::new()]).send(client);
}

fn main() {}
