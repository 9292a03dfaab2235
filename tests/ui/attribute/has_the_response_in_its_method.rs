use plane_api::endpoint;

#[endpoint(GET<String>, "/customers/<id>/")]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _: plane_api::ResponseFuture<String> = Request::new("1").send(client);
}

fn main() {}
