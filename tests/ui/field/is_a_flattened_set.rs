use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    #[flatten]
    pub tags: std::collections::HashSet<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(std::collections::HashSet::new()).send(client);
}

fn main() {}
