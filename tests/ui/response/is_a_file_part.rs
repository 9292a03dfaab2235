use plane_api::{FilePart, endpoint};

#[endpoint(GET, "/files/<id>/" -> FilePart)]
pub struct Request;

pub async fn run(client: &plane_api::Client) {
    let _ = Request::new("a").send(client).await;
}

fn main() {}
