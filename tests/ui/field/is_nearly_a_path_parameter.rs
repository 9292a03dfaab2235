use plane_api::endpoint;

#[endpoint(GET, "/w/<workspace_slug>/customers/<customer_id>/")]
pub struct Request {
    pub workspace_slug: String,
    pub costumer_id: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x", "1", "x").send(client);
}

fn main() {}
