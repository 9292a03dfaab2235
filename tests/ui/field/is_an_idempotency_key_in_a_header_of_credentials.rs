use plane_api::endpoint;

#[endpoint(POST, "/payments/")]
pub struct Request {
    #[idempotency_key("Authorization")]
    pub key: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
