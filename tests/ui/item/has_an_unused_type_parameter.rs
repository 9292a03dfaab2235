use plane_api::endpoint;

#[endpoint(GET, "/tasks/" -> Vec<T>)]
pub struct Request<T> {
    pub name: Option<String>,
}

pub async fn run(client: &plane_api::Client) -> plane_api::Result<Vec<String>> {
    Request::<String>::new().name("a").send(client).await
}

fn main() {}
