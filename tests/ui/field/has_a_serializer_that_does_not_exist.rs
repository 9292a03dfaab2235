use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[serde(with = "cents")]
    pub price: f64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1.0).send(client);
}

fn main() {}
