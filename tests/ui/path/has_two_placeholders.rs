use plane_api::endpoint;

#[endpoint(GET, "/projects/{}/members/{}/")]
pub struct Request {
    pub project_id: u64,
    pub member_id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1_u64, 7_u64).send(client);
}

fn main() {}
