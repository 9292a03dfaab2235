use plane_api::endpoint;

#[endpoint(GET, "/customers//me/" -> &str, auth = false)]
pub struct Request {
    #[header(X-Trace)]
    pub trace: Option<u8>,
    #[serde(default)]
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().trace(1).name("x").send(client);
}

fn main() {}
