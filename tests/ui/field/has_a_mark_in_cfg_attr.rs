use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[cfg_attr(all(), query)]
    pub name: Option<String>,
}

fn main() {}
