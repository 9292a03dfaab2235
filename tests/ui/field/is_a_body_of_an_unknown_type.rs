use plane_api::endpoint;

#[endpoint(PUT, "/avatar" -> ())]
pub struct Request {
    #[body]
    pub image: Bytes,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(vec![1]).send(client);
}

fn main() {}
