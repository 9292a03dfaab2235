use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[cookie("session")]
    pub session: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("session=1").send(client);
}

fn main() {}
