use plane_api::endpoint;

#[endpoint(POST, "/payments/" -> String, retry = true)]
pub struct Request {
    pub amount: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(5).send(client);
}

fn main() {}
