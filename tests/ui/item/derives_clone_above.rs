use plane_api::endpoint;

#[derive(Debug, Clone)]
#[endpoint(PATCH, "/customers/<id>/")]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").name("x").clone().send(client);
}

fn main() {}
