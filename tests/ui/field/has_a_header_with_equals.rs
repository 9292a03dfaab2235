use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header = "X-Trace"]
    pub trace: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
