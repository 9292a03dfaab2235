use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header{"X-Trace"}]
    pub trace: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().trace("1").send(client);
}

fn main() {}
