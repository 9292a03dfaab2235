use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> plane_api::Items<String>)]
pub struct Request {
    pub cursor: Option<plane_api::Cursor>,
}

pub async fn run(client: &plane_api::Client) {
    let _ = Request::new().cursor("20:1:0").send(client).await;
    let _ = Request::new().items(client).next().await;
}

fn main() {}
