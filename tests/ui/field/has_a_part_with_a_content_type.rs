use plane_api::endpoint;

#[endpoint(POST, "/users/" -> String, multipart)]
pub struct Request {
    #[part(content_type = "text/csv")]
    pub table: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
