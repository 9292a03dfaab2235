use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> String)]
pub struct Request {
    pub tags: String[],
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().tags(["new"]).send(client);
}

fn main() {}
