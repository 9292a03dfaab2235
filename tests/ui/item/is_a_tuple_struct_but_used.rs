use plane_api::{Client, endpoint};

#[endpoint(GET, "/customers/" -> String)]
pub struct Request(#[query] pub Option<String>);

pub async fn run(client: &Client) -> plane_api::Result<String> {
    let _ = Request::new("1").name("x");
    Request(None).send(client).await
}

fn main() {}
