use plane_api::endpoint;

#[endpoint(GET, "/<org>/<repo>" -> String)]
pub struct Request {
    pub org: String,
    pub repos: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", "2").send(client);
}

fn main() {}
