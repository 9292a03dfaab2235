use plane_api::{Client, endpoint};

#[endpoint(POST, "/notes/" -> ())]
pub struct Request {
    pub title: Fn(u8) -> String,
}

pub async fn call(client: &Client) -> plane_api::Result<()> {
    Request::new("Plan").send(client).await
}

fn main() {}
