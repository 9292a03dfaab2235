use plane_api::endpoint;

#[endpoint(DELETE, "/customers/<id>/", qeury)]
pub struct Request {
    pub force: bool,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", true).send(client);
}

fn main() {}
