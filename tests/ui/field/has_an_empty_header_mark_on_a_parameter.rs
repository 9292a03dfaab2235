use plane_api::endpoint;

#[endpoint(GET, "/tasks/<id>/" -> String)]
pub struct Request {
    #[header]
    pub id: u64,
}

pub async fn run(client: &plane_api::Client) -> plane_api::Result<String> {
    Request::new(7).send(client).await
}

fn main() {}
