use plane_api::endpoint;

#[endpoint(POST, "/customers/", multipart)]
pub struct Request {
    pub groups: Vec<Vec<String>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().groups([vec![]]).send(client);
}

fn main() {}
