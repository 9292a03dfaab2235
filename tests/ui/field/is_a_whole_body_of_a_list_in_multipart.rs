use plane_api::endpoint;

#[endpoint(POST, "/customers/<id>/" -> String, multipart)]
pub struct Request {
    #[body]
    pub tags: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", ["x"]).send(client);
}

fn main() {}
