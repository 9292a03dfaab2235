use plane_api::endpoint;

#[endpoint(DELETE, "/<user_id>" -> ())]
pub struct Request {
    pub id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1_u64).send(client);
}

fn main() {}
