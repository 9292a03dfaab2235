use plane_api::{Client, endpoint};

#[endpoint(POST, "/notes/" -> ())]
pub struct Request {
    pub sort-order: Option<u32>,
}

pub async fn call(client: &Client) -> plane_api::Result<()> {
    Request::new().sort_order(1).send(client).await
}

fn main() {}
