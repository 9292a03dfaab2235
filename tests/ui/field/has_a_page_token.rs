use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> Vec<String>)]
pub struct Request {
    #[page(token)]
    pub page: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().page("x").send(client);
}

fn main() {}
