use plane_api::endpoint;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub tags: option<vec<String>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().tags(["vip"]).send(client);
}

fn main() {}
