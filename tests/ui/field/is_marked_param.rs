use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[param]
    pub search: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().search("x").send(client);
}

fn main() {}
