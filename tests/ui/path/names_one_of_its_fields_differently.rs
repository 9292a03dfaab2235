use plane_api::endpoint;

#[endpoint(GET, "/projects/<project>/issues/<issue>/" -> String)]
pub struct Request {
    pub project: String,
    pub issue_id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("web", 7).send(client);
}

fn main() {}
