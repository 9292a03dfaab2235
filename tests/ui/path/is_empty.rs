use plane_api::{Client, endpoint};

#[endpoint(POST, "" -> String)]
pub struct Request {
    pub name: Option<String>,
}

pub async fn run(client: &Client) {
    let _ = Request::new("1").name("x").send(client).await;
}

fn main() {}
