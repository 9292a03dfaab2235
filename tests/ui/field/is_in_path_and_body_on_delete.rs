use plane_api::endpoint;

#[endpoint(DELETE, "/groups/<id>/")]
pub struct Request {
    #[path(body)]
    pub id: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
