use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub sizes: [u8, 2],
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new([1, 2]).name("x").send(client);
}

fn main() {}
