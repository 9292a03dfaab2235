use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub address: { city: String },
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("Acme").send(client);
}

fn main() {}
