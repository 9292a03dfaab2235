use std::sync::Arc;

use plane_api::{Client, endpoint};

#[endpoint(POST, "/customers/" -> ())]
pub struct Request {
    pub name: Option<Arc<str>>,
}

pub async fn run(client: &Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
