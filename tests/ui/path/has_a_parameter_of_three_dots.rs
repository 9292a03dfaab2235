use plane_api::endpoint;

#[endpoint(GET, "/files/<path...>" -> ())]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("src/lib.rs").send(client);
}

fn main() {}
