use plane_api::{Client, endpoint};

#[endpoint(GET, "/customers/" -> String)]
pub struct Request {
    pub sizes: Vec<u32>,
}

pub async fn run(client: &Client, sizes: &[u32]) {
    let _ = Request::new().sizes(sizes).send(client);
}

fn main() {}
