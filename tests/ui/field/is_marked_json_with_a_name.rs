use plane_api::endpoint;

#[endpoint(POST, "/users/")]
pub struct Request {
    #[json("fullName")]
    pub full_name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().full_name("x").send(client);
}

fn main() {}
