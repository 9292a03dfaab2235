use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub parent: Option<Request>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().parent(Request::new()).send(client);
}

fn main() {}
