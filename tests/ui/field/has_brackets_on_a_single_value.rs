use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[query(brackets)]
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
