use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> Vec<String>)]
pub struct Request {
    #[page]
    #[body]
    pub cursor: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().cursor("1").send(client);
}

fn main() {}
