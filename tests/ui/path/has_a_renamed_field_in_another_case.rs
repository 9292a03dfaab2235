use plane_api::endpoint;

#[endpoint(GET, "/tasks/<taskId>/" -> String)]
pub struct Request {
    #[serde(rename = "taskId")]
    pub task_id: u64,
}

pub async fn run(client: &plane_api::Client) -> plane_api::Result<String> {
    Request::new(7).send(client).await
}

fn main() {}
