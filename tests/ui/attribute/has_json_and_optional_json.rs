use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String, json = optional, json)]
pub struct Request {
    pub ids: Vec<u64>,
}

pub fn run(client: &plane_api::Client) {
    let _: plane_api::ResponseFuture<String> = Request::new([1]).send(client);
}

fn main() {}
