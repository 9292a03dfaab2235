use plane_api::endpoint;

#[endpoint(POST, "/files/", multipart)]
pub struct Request {
    #[part(xml)]
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("Acme").send(client);
}

fn main() {}
