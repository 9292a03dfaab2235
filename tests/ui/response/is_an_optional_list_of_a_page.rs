use plane_api::endpoint;

#[endpoint(GET, "/users/" -> Option<Vec<String>>)]
pub struct Request {
    #[page(offset)]
    pub offset: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().offset(1).send(client);
}

fn main() {}
