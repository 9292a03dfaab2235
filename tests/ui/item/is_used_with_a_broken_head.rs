use plane_api::{Client, endpoint};

#[endpoint("/customers/")]
pub struct Request {
    pub name: Option<String>,
}

pub async fn run(client: &Client) -> plane_api::Result<usize> {
    let request = Request { name: None }.name("x");
    let _ = Request::new(1).whatever;
    Ok(request.send(client).await?.whatever().len)
}

fn main() {}
