use plane_api::endpoint;

pub mod reqwest {
    pub struct Client;
}

#[endpoint(PATCH, "/customers/<id>/" -> ())]
pub struct Request {
    pub name: Option<String>,
}

pub async fn run(client: &reqwest::Client) -> plane_api::Result<()> {
    Request::new("1").name("x").send(client).await
}

fn main() {}
