use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
#[serde(rename_all = "camelcase")]
pub struct Request {}

fn main() {}
