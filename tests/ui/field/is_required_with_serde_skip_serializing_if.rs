use plane_api::{Client, endpoint};

#[endpoint(POST, "/notes/" -> ())]
pub struct Request {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
}

pub async fn call(client: &Client) -> plane_api::Result<()> {
    Request::new("Plan").send(client).await
}

fn main() {}
