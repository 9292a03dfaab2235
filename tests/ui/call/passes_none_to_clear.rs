use plane_api::{Client, Patch, endpoint};

#[endpoint(PATCH, "/me/" -> String)]
pub struct Request {
    pub email: Patch<String>,
}

pub async fn run(client: &Client) {
    let _ = Request::new().email(None).send(client);
}

fn main() {}
