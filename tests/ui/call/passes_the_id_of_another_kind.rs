use plane_api::{Client, Id, endpoint};

pub struct Project;
pub struct Customer;

#[endpoint(POST, "/customers/<id>/tasks/" -> ())]
pub struct Request {
    pub id: Id<Customer>,
    pub title: String,
    pub size: u32,
}

pub async fn run(client: &Client, id: Id<Project>) {
    let _ = Request::new(id, "x", 3).send(client);
}

fn main() {}
