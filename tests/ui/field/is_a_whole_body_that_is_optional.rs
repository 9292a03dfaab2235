use plane_api::endpoint;

#[endpoint(POST, "/customers/", json = optional)]
pub struct Request {
    #[body]
    pub names: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(["Acme"]).send(client);
}

fn main() {}
