use plane_api::endpoint;

#[endpoint(GET, "/customers/<type>/" -> String)]
pub struct Request {
    pub type_: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("lead").send(client);
}

fn main() {}
