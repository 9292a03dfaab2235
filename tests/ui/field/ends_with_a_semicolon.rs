use plane_api::{Client, endpoint};

#[endpoint(POST, "/notes/" -> ())]
pub struct Request {
    pub title: Option<String>;
    pub text: String,
}

pub async fn call(client: &Client) -> plane_api::Result<()> {
    Request::new("text").title("Plan").send(client).await
}

fn main() {}
