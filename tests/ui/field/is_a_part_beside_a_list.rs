use plane_api::endpoint;

#[endpoint(POST, "/customers/<id>/" -> String)]
pub struct Request {
    #[part(json)]
    pub names: Vec<String>,
    pub tags: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").names(["x"]).tags(["y"]).send(client);
}

fn main() {}
