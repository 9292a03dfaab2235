use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String, xml)]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
