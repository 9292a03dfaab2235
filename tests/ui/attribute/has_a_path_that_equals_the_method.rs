use plane_api::endpoint;

#[endpoint(POST = "/users/<id>/" -> String)]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("7").name("x").send(client);
}

fn main() {}
