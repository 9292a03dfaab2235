use plane_api::endpoint;

#[endpoint(GET, "/files/<path..><version>")]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", "2").send(client);
}

fn main() {}
