use plane_api::endpoint;

#[endpoint(POST, "/payments/")]
pub struct Request {
    #[idempotency_key("Idempotency-Key")]
    pub key: Option<String>,
    #[idempotency_key("X-Key")]
    pub other: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
