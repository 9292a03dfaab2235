use plane_api::endpoint;

#[endpoint(POST, "/customers/<id>/" -> String, multipart)]
pub struct Request {
    #[body]
    pub image: Vec<u8>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", [1]).send(client);
}

fn main() {}
