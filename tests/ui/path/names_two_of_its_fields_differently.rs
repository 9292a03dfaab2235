use plane_api::endpoint;

#[endpoint(GET, "/w/<workspace>/p/<projectId>/" -> ())]
pub struct Request {
    pub workspace_slug: String,
    pub project_id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a", 7_u64).send(client);
}

fn main() {}
