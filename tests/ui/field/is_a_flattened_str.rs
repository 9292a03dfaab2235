use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request<'a> {
    #[flatten]
    pub extra: &'a str,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
