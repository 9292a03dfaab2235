use plane_api::endpoint;

#[endpoint(POST, "/files/", multipart)]
pub struct Request {
    #[part(xml)]
    pub data: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().data("x").send(client);
}

fn main() {}
