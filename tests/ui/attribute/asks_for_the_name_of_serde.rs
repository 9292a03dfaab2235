use plane_api::endpoint;

#[endpoint(PATCH, "/customers/" -> String, rename = "title")]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _: plane_api::ResponseFuture<String> = Request::new().name("x").send(client);
}

fn main() {}
