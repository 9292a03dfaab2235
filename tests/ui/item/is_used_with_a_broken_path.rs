use plane_api::{Client, endpoint};

#[endpoint(PATCH, "/customers/{id}/" -> Vec<String>)]
pub struct Request {
    pub name: Option<String>,
}

pub async fn run(client: &Client) -> plane_api::Result<usize> {
    let request = Request::new("1").name("x");
    Ok(request.send(client).await?.len())
}

fn main() {}
