use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub extra: Option<Box<dyn serde::Serialize>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().extra(Box::new(5)).send(client);
}

fn main() {}
