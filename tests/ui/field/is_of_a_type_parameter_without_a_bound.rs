use plane_api::endpoint;

#[endpoint(POST, "/things/" -> ())]
pub struct Request<T> {
    pub data: T,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(7_u32).send(client);
}

fn main() {}
