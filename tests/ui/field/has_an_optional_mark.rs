use plane_api::endpoint;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    #[optional]
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("Acme").send(client);
    let _ = Request::new().name("Acme").send(client);
}

fn main() {}
