use plane_api::endpoint;

#[endpoint(GET, "/projects/<id>/")]
pub struct Request {
    #[Path("id")]
    pub id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1).send(client);
}

fn main() {}
