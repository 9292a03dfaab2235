use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    #[query, comma]
    pub fields: Vec<String>,
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().fields(["id"]).name("Acme").send(client);
}

fn main() {}
