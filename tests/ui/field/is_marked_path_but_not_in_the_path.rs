use plane_api::endpoint;

#[endpoint(GET, "/projects/")]
pub struct Request {
    #[path]
    pub project: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
