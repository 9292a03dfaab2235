use plane_api::{Client, endpoint};

#[endpoint(POST, "/notes/" -> ())]
pub struct Request {
    pub names: std::collections::HashMap(String, String),
}

pub async fn call(client: &Client) -> plane_api::Result<()> {
    Request::new([("a".to_owned(), "b".to_owned())]).send(client).await
}

fn main() {}
