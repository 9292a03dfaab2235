use plane_api::endpoint;

#[endpoint(PATCH, "/customers/" -> String)]
pub struct Request {
    pub name: Option<Option<String>>,
    pub notes: Option<Vec<plane_api::Patch<String>>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name(None).notes(["x"]).send(client);
}

fn main() {}
