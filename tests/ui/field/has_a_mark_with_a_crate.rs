use plane_api::endpoint;

#[endpoint(POST, "/users/")]
pub struct Request {
    #[plane_api::query]
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
