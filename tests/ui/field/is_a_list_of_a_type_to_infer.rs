use plane_api::{Client, endpoint};

#[endpoint(POST, "/notes/" -> ())]
pub struct Request {
    pub tags: Vec<_>,
}

pub async fn call(client: &Client) -> plane_api::Result<()> {
    Request::new(["a"]).send(client).await
}

fn main() {}
