use plane_api::endpoint;

#[endpoint(GET, "/robots.txt" -> String, decode = text)]
pub struct GetRobots {}

fn text(body: &[u8]) -> String {
    String::from_utf8_lossy(body).into_owned()
}

fn main() {
    let _ = GetRobots::new().request();
}
