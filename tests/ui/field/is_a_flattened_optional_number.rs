use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[flatten]
    pub size: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().size(1).send(client);
}

fn main() {}
