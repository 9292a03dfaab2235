use plane_api::endpoint;

#[endpoint(POST, "/users/")]
pub struct Request {
    pub name: Vec<std::time::Instant>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new([std::time::Instant::now()]).send(client);
}

fn main() {}
