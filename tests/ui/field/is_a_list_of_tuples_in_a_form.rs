use plane_api::endpoint;

#[endpoint(POST, "/customers/", form)]
pub struct Request {
    pub ranges: Vec<(u8, u8)>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().ranges([(1, 2)]).send(client);
}

fn main() {}
