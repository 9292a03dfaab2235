use plane_api::{Client, Id, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {
    pub name: String,
}

#[endpoint(POST, "/customers/<id>/tasks/" -> Customer)]
pub struct Request {
    pub id: Id<Customer>,
    pub title: String,
    pub size: u32,
}

pub async fn run(client: &Client) {
    let _ = Request::new("1", "x").send(client);
}

fn main() {}
