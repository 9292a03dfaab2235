use plane_api::endpoint;

#[endpoint(GET, "/projects/<project_id>/")]
pub struct Request {
    #[path]
    pub id: u64,
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1).page(2).send(client);
}

fn main() {}
