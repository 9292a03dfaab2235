use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    #[idempotency_key("Idempotency-Key")]
    pub key: Option<&str>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().key("x").send(client);
}

fn main() {}
