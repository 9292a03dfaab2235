use plane_api::endpoint;

#[endpoint(DELETE, "/tasks/<id>/" -> None)]
pub struct Request;

pub async fn run(client: &plane_api::Client) -> plane_api::Result<()> {
    Request::new("a").send(client).await
}

fn main() {}
