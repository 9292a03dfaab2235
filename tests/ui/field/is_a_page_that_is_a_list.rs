use plane_api::{Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<String>)]
pub struct Request {
    #[page]
    pub after: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().after(["x"]).send(client);
}

fn main() {}
