use plane_api::endpoint;

#[endpoint(GET, "/things/" -> Vec<String>)]
pub struct Request {
    #[page(number)]
    #[flatten]
    pub page: std::collections::BTreeMap<String, String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(std::collections::BTreeMap::new()).send(client);
}

fn main() {}
