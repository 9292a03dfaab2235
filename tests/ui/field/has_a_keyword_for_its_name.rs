use plane_api::{Client, endpoint};

#[endpoint(POST, "/notes/" -> ())]
pub struct Request {
    pub type: Option<String>,
}

pub async fn call(client: &Client) -> plane_api::Result<()> {
    Request::new().r#type("Plan").send(client).await
}

fn main() {}
