use plane_api::endpoint;

fn cents<S: serde::Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(*value)
}

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[serde(serialize_with = "cents")]
    pub price: Option<f64>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().price(1.0).send(client);
}

fn main() {}
