use plane_api::endpoint;

#[endpoint(POST, "/users/" -> String)]
pub struct Request {
    #[name = "n"]
    pub number: Option<u64>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().number(7).send(client);
}

fn main() {}
