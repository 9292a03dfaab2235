use plane_api::endpoint;

#[endpoint(DELETE, "/customers/")]
pub struct Request {
    pub id: u64,
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1, "x").send(client);
}

fn main() {}
