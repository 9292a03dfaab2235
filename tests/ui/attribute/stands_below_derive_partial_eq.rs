use plane_api::endpoint;

#[derive(Debug, PartialEq)]
#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    pub expand: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").expand("x").send(client);
}

fn main() {}
