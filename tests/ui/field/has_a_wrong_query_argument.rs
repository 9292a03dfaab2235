use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[query(coma)]
    pub ids: Vec<u64>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().ids([1]).send(client);
}

fn main() {}
