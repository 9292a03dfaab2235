use plane_api::endpoint;

#[endpoint(POST, "/groups/<id>/")]
pub struct Request {
    #[path(body)]
    #[path(slashes)]
    pub id: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a/b").send(client);
}

fn main() {}
