use plane_api::{Client, endpoint};

#[endpoint(POST, "/notes/" -> (), multipart)]
pub struct Request {
    #[part("text/")]
    pub title: Option<String>,
}

pub async fn call(client: &Client) -> plane_api::Result<()> {
    Request::new().title("Plan").send(client).await
}

fn main() {}
