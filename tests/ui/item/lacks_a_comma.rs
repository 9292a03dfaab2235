use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub name: Option<String>
    pub stage: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").stage("lead").send(client);
}

fn main() {}
