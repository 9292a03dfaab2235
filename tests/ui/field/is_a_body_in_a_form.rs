use plane_api::endpoint;

#[endpoint(POST, "/customers/", form)]
pub struct Request {
    #[body]
    pub customer: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
