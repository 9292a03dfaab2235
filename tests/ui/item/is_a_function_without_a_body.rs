use plane_api::endpoint;

#[endpoint(GET, "/tasks/<id>/" -> String)]
async fn get_task(id: u64) -> String;

pub async fn run() -> String {
    get_task(7).await
}

fn main() {}
