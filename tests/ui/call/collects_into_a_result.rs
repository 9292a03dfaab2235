use plane_api::{Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<String>)]
pub struct Request {
    pub cursor: Option<plane_api::Cursor>,
}

pub async fn run(client: &plane_api::Client) -> plane_api::Result<Vec<String>> {
    let _ = Request::new().items(client).collect::<Vec<_>>(10).await?;
    Request::new().items(client).collect::<plane_api::Result<Vec<_>>>(10).await
}

fn main() {}
