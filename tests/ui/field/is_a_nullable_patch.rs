use plane_api::endpoint;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    #[nullable]
    pub name: plane_api::Patch<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
