use plane_api::endpoint;

#[endpoint(POST, "/payments/")]
pub struct Request {
    #[idempotency_key("Idempotency-Key")]
    pub key: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("k").send(client);
    let _ = Request::new().key("k").send(client);
}

fn main() {}
