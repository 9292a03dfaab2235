use plane_api::endpoint;

#[endpoint(GET, "/files/<id>")]
pub struct Request {
    #[path(slash)]
    pub id: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a/b").send(client);
}

fn main() {}
