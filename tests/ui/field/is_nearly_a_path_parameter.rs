use plane_api::endpoint;

#[endpoint(GET, "/w/<workspace_slug>/customers/<customer_id>/")]
pub struct Request {
    pub workspace_slug: String,
    pub costumer_id: String,
}

fn main() {}
