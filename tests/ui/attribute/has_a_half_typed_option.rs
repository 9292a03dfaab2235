use plane_api::endpoint;

#[endpoint(POST, "/users/" -> String, mult)]
pub struct Request {
    #[part(json)]
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
