use plane_api::endpoint;

#[endpoint(POST, "/customers/<id>/", multipart)]
pub struct Request {
    #[header("X-Name")]
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("7", "x").send(client);
}

fn main() {}
