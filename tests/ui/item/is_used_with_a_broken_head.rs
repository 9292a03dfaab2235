use plane_api::{Client, endpoint};

#[endpoint("/customers/")]
pub struct Request {
    pub name: Option<String>,
}

pub async fn run(client: &Client) -> plane_api::Result<usize> {
    let _ = Request { name: None }.name("x");
    let request = Request::new().name("x");
    Ok(request.send(client).await?.to_string().len())
}

fn main() {}
