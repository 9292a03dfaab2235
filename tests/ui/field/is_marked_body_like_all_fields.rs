use plane_api::endpoint;

#[endpoint(POST, "/users/")]
pub struct Request {
    #[body]
    pub name: Option<String>,
    #[body]
    pub age: u32,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1).name("x").send(client);
}

fn main() {}
