use plane_api::{Client, endpoint};

#[endpoint(POST, "/notes/" -> ())]
pub struct Request {
    pub title: ?String,
}

pub async fn call(client: &Client) -> plane_api::Result<()> {
    Request::new().title("Plan").send(client).await
}

fn main() {}
