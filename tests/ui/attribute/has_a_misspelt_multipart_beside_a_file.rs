use plane_api::endpoint;

#[endpoint(POST, "/files/", multipat)]
pub struct Request {
    pub file: plane_api::FilePart,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(plane_api::FilePart::new("a", "b")).send(client);
}

fn main() {}
