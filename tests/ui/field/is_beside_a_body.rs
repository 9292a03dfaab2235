use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[body]
    pub ids: Vec<u64>,
    pub name: String,
    pub email: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new([1], "x", "x").send(client);
}

fn main() {}
