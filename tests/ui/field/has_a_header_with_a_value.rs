use plane_api::endpoint;

#[endpoint(POST, "/users/")]
pub struct Request {
    #[header("X-Trace: 1")]
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
