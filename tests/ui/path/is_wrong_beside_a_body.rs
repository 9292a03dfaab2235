use plane_api::endpoint;

#[endpoint(PUT, "/customers/:id/" -> ())]
pub struct Request {
    pub id: u64,
    #[body]
    pub tags: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(5, ["a"]).send(client);
}

fn main() {}
