use plane_api::endpoint;

#[derive(serde::Serialize)]
pub struct Option {
    pub strike: u32,
}

#[endpoint(POST, "/orders/")]
pub struct Request {
    pub option: Option,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(Option { strike: 5 }).send(client);
}

fn main() {}
