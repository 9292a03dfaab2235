use plane_api::endpoint;

#[endpoint(PTACH, "/customers/<id>/")]
pub struct Request {
    #[qeury]
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").name("x").send(client);
}

fn main() {}
