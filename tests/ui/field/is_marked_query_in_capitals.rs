use plane_api::endpoint;

#[endpoint(GET, "/projects/")]
pub struct Request {
    #[Query("sort")]
    pub order: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().order("name").send(client);
}

fn main() {}
