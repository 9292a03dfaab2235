use plane_api::endpoint;

#[endpoint(POST, "/_bulk" -> String, header("Content-Type" = "application/x-ndjson"))]
pub struct Request {
    #[body]
    pub actions: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(["x"]).send(client);
}

fn main() {}
