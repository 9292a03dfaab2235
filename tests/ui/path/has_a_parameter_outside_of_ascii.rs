use plane_api::endpoint;

#[endpoint(GET, "/customers/<größe>/" -> String)]
pub struct Request {
    pub größe: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1).send(client);
}

fn main() {}
