use plane_api::endpoint;

#[endpoint(GET, "/robots.txt" -> String, decode = |response| response.text())]
pub struct GetRobots {}

fn main() {
    let _ = GetRobots::new().request();
}
