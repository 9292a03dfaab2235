use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> String)]
pub struct Request {
    #[query(default = 10)]
    pub limit: u32,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(10).send(client);
    let _ = Request::new().limit(10).send(client);
}

fn main() {}
