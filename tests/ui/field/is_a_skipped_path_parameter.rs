use plane_api::endpoint;

#[endpoint(GET, "/customers/<customer>/" -> String)]
pub struct Request {
    #[endpoint(skip)]
    pub customer: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a").send(client);
}

fn main() {}
