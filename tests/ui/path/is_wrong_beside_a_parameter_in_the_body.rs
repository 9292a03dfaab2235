use plane_api::endpoint;

#[endpoint(PUT, "/customers/{id}/" -> ())]
pub struct Request {
    #[path(body)]
    pub id: u64,
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(5, "x").send(client);
}

fn main() {}
