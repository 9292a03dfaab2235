use plane_api::{Client, Endpoint, endpoint};

#[endpoint(PATCH, "/customers/<id>/" -> String, jsno)]
pub struct Request {
    pub name: Option<String>,
}

pub async fn run(client: &Client) -> plane_api::Result<String> {
    let request = Request::new("1").name("x");
    let _ = (request.request()?, &request.id, Request::SPEC.path);
    request.send(client).await
}

fn main() {}
