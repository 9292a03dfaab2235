use plane_api::endpoint;

#[endpoint(GET, "/video" -> Download)]
pub struct Request {}

pub async fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client).await.unwrap().next().await;
}

fn main() {}
