use plane_api::endpoint;

#[endpoint(POST, "/users/")]
pub struct Request {
    #[raw]
    pub image: Vec<u8>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new([1]).send(client);
}

fn main() {}
