use plane_api::endpoint;

#[endpoint(GET, "api/v1/users/{id}/")]
pub struct Request {
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").page(2).send(client);
}

fn main() {}
