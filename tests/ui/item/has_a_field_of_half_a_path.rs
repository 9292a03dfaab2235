use plane_api::endpoint;

#[endpoint(PATCH, "/customers/<customer_id>/" -> String)]
pub struct Request {
    pub name: Option<String>,
    pub email: plane_api::
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").name("Acme").email("ops@acme.example").send(client);
}

fn main() {}
