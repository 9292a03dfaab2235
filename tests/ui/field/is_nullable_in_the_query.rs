use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[nullable]
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
