use plane_api::endpoint;

#[endpoint(GET, "/users/" -> Vec<String>)]
pub struct Request {
    #[page(start = 0)]
    pub page: Option<u32>,
}

pub async fn run(client: &plane_api::Client) {
    let _ = Request::new().page(2).items(client).next().await;
    let _ = Request::new().page(2).send(client).await;
}

fn main() {}
