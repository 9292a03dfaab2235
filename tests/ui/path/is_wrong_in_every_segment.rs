use plane_api::endpoint;

#[endpoint(GET, "api/v1//users/../{id}/my notes/?x=<y>#top")]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").send(client);
}

fn main() {}
