use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub name: str(String),
    pub stage: Option(String, u8),
    pub note: Some(String),
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").stage("lead").note("x").send(client);
}

fn main() {}
