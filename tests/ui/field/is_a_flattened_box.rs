use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[flatten]
    pub extra: Box<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(3).send(client);
}

fn main() {}
