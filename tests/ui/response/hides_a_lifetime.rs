use plane_api::endpoint;

#[derive(serde::Deserialize)]
pub struct Customer<'a>(&'a str);

#[endpoint(GET, "/customers/" -> Customer)]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
