use plane_api::endpoint;

#[derive(serde::Serialize)]
pub enum Stage {
    Lead,
}

#[endpoint(GET, "/customers/")]
pub struct Request {
    pub stage: Option<Stage>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().stage("lead").send(client);
}

fn main() {}
