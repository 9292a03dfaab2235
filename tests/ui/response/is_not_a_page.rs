use plane_api::endpoint;

#[derive(serde::Deserialize)]
pub struct Thing {
    pub id: String,
}

#[endpoint(GET, "/things/" -> Thing)]
pub struct Request {
    #[page(number)]
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
