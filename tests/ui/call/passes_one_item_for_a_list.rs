use plane_api::{Client, endpoint};

#[endpoint(GET, "/customers/" -> String)]
pub struct Request {
    pub labels: Vec<String>,
}

pub async fn run(client: &Client) {
    let _ = Request::new().labels("x").send(client);
}

fn main() {}
