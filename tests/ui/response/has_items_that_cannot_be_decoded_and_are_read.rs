use plane_api::{Events, endpoint};

pub struct Tick {}

#[endpoint(GET, "/ticks" -> Events<Vec<Tick>>)]
pub struct Request {}

pub async fn run(client: &plane_api::Client) {
    let mut ticks = Request::new().send(client).await.unwrap();
    while let Some(event) = ticks.next().await {
        let _: Vec<Tick> = event.unwrap().data;
    }
}

fn main() {}
