use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> String)]
pub struct Request {
    #[query("comma")]
    pub stages: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().stages(["x"]).send(client);
}

fn main() {}
