use plane_api::endpoint;

#[derive(serde::Serialize)]
pub struct Order;

#[endpoint(GET, "/things/" -> Vec<String>)]
pub struct Request {
    #[page(number)]
    pub page: Option<Order>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
