use plane_api::endpoint;

#[endpoint(GET, "/robots.txt" -> String, decode)]
pub struct GetRobots {}

fn main() {
    let _ = GetRobots::new().request();
}
