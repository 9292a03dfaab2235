use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/" -> String)]
pub struct Request {
    #[part(json)]
    pub tags: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").tags(["x"]).send(client);
}

fn main() {}
