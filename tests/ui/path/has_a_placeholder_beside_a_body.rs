use plane_api::endpoint;

#[endpoint(POST, "/projects/{}/members/")]
pub struct Request {
    pub member_id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", 7_u64).send(client);
}

fn main() {}
