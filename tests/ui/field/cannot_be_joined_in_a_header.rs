use plane_api::endpoint;

pub struct Tag;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header("X-Tags")]
    pub tags: Vec<Tag>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
