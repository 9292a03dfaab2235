use plane_api::endpoint;

#[endpoint(GET, "/things/" -> Vec<String>)]
#[page(number)]
pub struct Request {
    pub page: Option<u32>,
}

pub async fn run(client: &plane_api::Client) -> plane_api::Result<Vec<String>> {
    Request::new().page(2).items(client).collect(10).await
}

fn main() {}
