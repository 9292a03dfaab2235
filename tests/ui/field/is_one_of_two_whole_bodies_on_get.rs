use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/" -> String)]
pub struct Request {
    #[body]
    pub first: String,
    #[body]
    pub second: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", "x", "y").send(client);
}

fn main() {}
