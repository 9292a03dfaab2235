use plane_api::endpoint;

#[endpoint(POST, "/users/")]
pub struct Request {
    #[query("q")]
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
