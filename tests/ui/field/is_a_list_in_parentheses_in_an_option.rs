use plane_api::{Client, endpoint};

#[endpoint(POST, "/notes/" -> ())]
pub struct Request {
    pub tags: Option<Vec(String)>,
}

pub async fn call(client: &Client) -> plane_api::Result<()> {
    Request::new().tags(["a".to_owned()]).send(client).await
}

fn main() {}
