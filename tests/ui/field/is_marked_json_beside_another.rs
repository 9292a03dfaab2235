use plane_api::endpoint;

#[endpoint(DELETE, "/users/<id>/" -> ())]
pub struct Request {
    pub id: u64,
    #[json]
    pub reason: Option<String>,
    pub force: Option<bool>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1).reason("x").force(true).send(client);
}

fn main() {}
