use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request<'a> {
    pub name: &'b str,
}

pub fn run<'a>(client: &plane_api::Client, request: Request<'a>) {
    let _ = Request::new("x").send(client);
    let _ = request.send(client);
}

fn main() {}
