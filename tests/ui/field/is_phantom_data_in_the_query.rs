use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[query]
    pub of: std::marker::PhantomData<u8>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
