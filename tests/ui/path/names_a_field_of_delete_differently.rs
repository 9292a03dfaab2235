use plane_api::endpoint;

#[endpoint(DELETE, "/things/<id>/" -> ())]
pub struct Request {
    pub thing_id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(7).send(client);
}

fn main() {}
