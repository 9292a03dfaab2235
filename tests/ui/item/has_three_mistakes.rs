use plane_api::endpoint;

#[endpoint(POST, "/customers/:id/" -> Result<String>)]
pub struct Request {
    pub name: Option<Option<String>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").name("x").send(client);
}

fn main() {}
