use plane_api::endpoint;

fn cents<S>(value: &f64, _: S) -> String {
    value.to_string()
}

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[serde(serialize_with = "cents")]
    pub price: f64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1.0).send(client);
}

fn main() {}
