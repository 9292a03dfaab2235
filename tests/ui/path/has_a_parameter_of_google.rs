use plane_api::endpoint;

#[endpoint(PATCH, "/v1/<instance.name..>" -> ())]
pub struct Request {
    pub instance: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a", "b").send(client);
}

fn main() {}
