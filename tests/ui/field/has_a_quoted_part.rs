use plane_api::endpoint;

#[endpoint(POST, "/users/" -> String, multipart)]
pub struct Request {
    #[part("json")]
    pub meta: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
