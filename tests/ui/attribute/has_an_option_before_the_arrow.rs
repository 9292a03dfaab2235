use plane_api::endpoint;

#[endpoint(POST, "/customers/" json -> String)]
pub struct Request {
    pub name: Option<String>,
}

pub async fn run(client: &plane_api::Client) -> plane_api::Result<String> {
    Request::new().name("x").send(client).await
}

fn main() {}
