use plane_api::endpoint;

#[endpoint(POST; "/customers/<id>/" -> String; form)]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").name("x").send(client);
}

fn main() {}
