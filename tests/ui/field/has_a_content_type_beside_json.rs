use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[header("Content-Type")]
    pub media: String,
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x", "x").send(client);
}

fn main() {}
