#[derive(serde::Deserialize)]
pub struct Thing {
    pub id: String,
}

#[plane_api::endpoint(GET, "/things/" -> Thing)]
pub struct Request {
    #[page(number)]
    pub page: Option<u32>,
}

pub async fn run(client: &plane_api::Client) -> plane_api::Result<Vec<Thing>> {
    let _ = Request::new().send(client).await?;
    let mut items = Request::new().items(client);
    println!("{}", items.next().await.unwrap()?.id);
    items.collect(10).await
}

fn main() {}
