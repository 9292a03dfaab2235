use plane_api::endpoint;

#[endpoint(GET, "/customers/<customer_id>/")]
pub struct Request {
    pub costumer_id: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", "x").send(client);
}

fn main() {}
