use plane_api::endpoint;

#[endpoint(POST, "/users/<user_id>/")]
pub struct Request {
    pub userId: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1).send(client);
}

fn main() {}
