use plane_api::{Bytes, Lines, endpoint};

#[endpoint(GET, "/export" -> Lines<Bytes>)]
pub struct Request {}

pub async fn run(client: &plane_api::Client) {
    let mut lines = Request::new().send(client).await.unwrap();
    while let Some(line) = lines.next().await {
        let _ = line.unwrap();
    }
}

fn main() {}
