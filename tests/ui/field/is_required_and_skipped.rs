use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    #[serde(skip)]
    pub started: u64,
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
