use plane_api::endpoint;

#[endpoint(GET -> Vec<String>, "/customers/<id>/")]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _: plane_api::ResponseFuture<Vec<String>> = Request::new("1").send(client);
}

fn main() {}
