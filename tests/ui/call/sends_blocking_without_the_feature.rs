use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").page(1).send_blocking(client);
}

fn main() {}
