use plane_api::endpoint;

#[endpoint(GET, "/users/%s/")]
pub struct Request {
    pub id: u64,
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(7_u64).page(2).send(client);
}

fn main() {}
