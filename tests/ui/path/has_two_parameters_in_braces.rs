use plane_api::endpoint;

#[endpoint(GET, "/projects/{project}/items/{item}")]
pub struct Request {
    pub project: u64,
    pub item: String,
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(5, "x").page(2).send(client);
}

fn main() {}
