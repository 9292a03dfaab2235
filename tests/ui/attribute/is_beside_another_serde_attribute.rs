use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
#[serde(deny_unknown_fields)]
pub struct Request {}

fn main() {}
