use plane_api::endpoint;

#[endpoint(DELETE, "/users/")]
pub struct Request {
    #[form]
    pub name: Option<String>,
    #[form]
    pub email: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").email("x").send(client);
}

fn main() {}
