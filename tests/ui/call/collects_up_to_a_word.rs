use plane_api::{Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<String>)]
pub struct Request {
    pub cursor: Option<plane_api::Cursor>,
}

pub async fn run(client: &plane_api::Client) {
    let _: Vec<String> = Request::new().items(client).collect("all").await.unwrap_or_default();
}

fn main() {}
