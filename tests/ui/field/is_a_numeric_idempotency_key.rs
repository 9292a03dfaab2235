use plane_api::endpoint;

#[endpoint(POST, "/payments/")]
pub struct Request {
    #[idempotency_key("Idempotency-Key")]
    pub key: Option<u64>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
