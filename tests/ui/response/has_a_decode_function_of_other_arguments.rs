use plane_api::endpoint;

#[endpoint(GET, "/robots.txt" -> String, decode = text)]
pub struct Request {}

fn text(body: &[u8]) -> String {
    String::from_utf8_lossy(body).into_owned()
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
