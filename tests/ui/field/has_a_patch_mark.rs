use plane_api::endpoint;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    #[patch]
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("Acme").send(client);
}

fn main() {}
