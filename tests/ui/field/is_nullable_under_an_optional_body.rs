use plane_api::endpoint;

#[endpoint(POST, "/customers/", json = optional)]
pub struct Request {
    #[nullable]
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(None).send(client);
}

fn main() {}
