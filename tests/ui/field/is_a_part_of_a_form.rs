use plane_api::endpoint;

#[endpoint(POST, "/customers/<id>/" -> String, form)]
pub struct Request {
    #[part(json)]
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", "x").send(client);
}

fn main() {}
