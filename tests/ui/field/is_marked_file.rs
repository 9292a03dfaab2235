use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[file]
    pub logo: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().logo("x").send(client);
}

fn main() {}
