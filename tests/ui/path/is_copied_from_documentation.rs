use plane_api::endpoint;

#[endpoint(PATCH, "/api/v1/workspaces/{workspace_slug}/customers/{customer-id}/")]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("w", "1").name("x").send(client);
}

fn main() {}
