use plane_api::endpoint;

#[endpoint(GET, "/customers/<group>/" -> String)]
pub struct Request {
    pub tags: [String],
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a", ["x"]).send(client);
    let _ = Request::new("a").tags(["x"]).send(client);
}

fn main() {}
