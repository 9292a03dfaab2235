use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String, multipart)]
pub struct Request {
    pub logo: std::path::PathBuf,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("logo.png").send(client);
}

fn main() {}
