use plane_api::endpoint;

#[derive(Hash)]
#[endpoint(GET, "/customers/<id>/")]
pub struct Request<'a> {
    pub expand: Option<&'a str>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").expand("x").send(client);
}

fn main() {}
