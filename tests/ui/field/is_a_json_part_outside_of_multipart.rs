use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[part(json)]
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("Acme").send(client);
}

fn main() {}
