use plane_api::endpoint;

#[endpoint(GET, "/users/$userId/posts/$id" -> ())]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("ada", "7").send(client);
}

fn main() {}
