use plane_api::endpoint;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    #[required]
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("Acme").send(client);
}

fn main() {}
