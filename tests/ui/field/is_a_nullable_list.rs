use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[nullable]
    pub names: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(["Acme"]).send(client);
}

fn main() {}
