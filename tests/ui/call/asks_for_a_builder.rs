use plane_api::endpoint;

#[derive(serde::Deserialize)]
pub struct Customer {
    pub name: String,
}

#[endpoint(PATCH, "/customers/<id>/" -> Customer)]
pub struct Request {
    pub name: Option<String>,
    pub size: Option<u32>,
}

pub async fn run() {
    let _ = Request::builder();
}

fn main() {}
