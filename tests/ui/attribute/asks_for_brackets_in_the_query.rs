use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> String, query = brackets)]
pub struct Request {
    pub ids: Vec<u64>,
}

pub fn run(client: &plane_api::Client) {
    let _: plane_api::ResponseFuture<String> = Request::new().ids([1]).send(client);
}

fn main() {}
