use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[flatten]
    pub extra: std::num::NonZeroU32,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(std::num::NonZeroU32::MIN).send(client);
}

fn main() {}
