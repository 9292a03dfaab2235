use plane_api::endpoint;

#[endpoint(DELETE, /users/<id>/work-items/ -> ())]
pub struct Request {
    pub id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(7_u64).send(client);
}

fn main() {}
