use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[flatten]
    pub extra: (u32, u32),
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new((1, 2)).send(client);
}

fn main() {}
