use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[query(comma)]
    pub groups: Option<Vec<Vec<u8>>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().groups([vec![1]]).send(client);
}

fn main() {}
