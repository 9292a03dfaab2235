use plane_api::endpoint;

#[endpoint(GET, "\\w\\<slug>\\d\\" -> String)]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a").name("x").send(client);
}

fn main() {}
