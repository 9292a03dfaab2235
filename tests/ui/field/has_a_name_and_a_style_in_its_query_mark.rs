use plane_api::endpoint;

#[endpoint(GET, "/users/" -> String)]
pub struct Request {
    #[query(comma, rename = "n")]
    pub numbers: Vec<u64>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().numbers([7]).send(client);
}

fn main() {}
