use plane_api::endpoint;

#[endpoint(GET, "/issues/<issue>/" -> String)]
pub struct Request {
    pub issue_id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(7).send(client);
}

fn main() {}
