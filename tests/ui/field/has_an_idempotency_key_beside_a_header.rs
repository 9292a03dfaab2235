use plane_api::endpoint;

#[endpoint(POST, "/payments/" -> String)]
pub struct Request {
    #[header("Idempotency-Key")]
    #[idempotency_key]
    pub key: Option<String>,
}

pub async fn run(client: &plane_api::Client) -> plane_api::Result<String> {
    Request::new().key("a").send(client).await
}

fn main() {}
