use plane_api::endpoint;

#[derive(Endpoint)]
#[endpoint(GET, "/customers/<customer>/" -> String)]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a").name("x").send(client);
}

fn main() {}
