use plane_api::endpoint;

#[endpoint(POST, "/customers/<key>/")]
pub struct Request {
    #[idempotency_key("Idempotency-Key")]
    pub key: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
