use plane_api::endpoint;

#[endpoint(POST, "/customers/", form = optional)]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
