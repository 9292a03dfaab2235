use plane_api::endpoint;

#[derive(Clone, serde::Serialize)]
pub struct Dates {
    pub start: String,
}

#[endpoint(POST, "/cycles/")]
pub struct Request {
    #[flat]
    pub dates: Dates,
}

pub fn run(client: &plane_api::Client, dates: Dates) {
    let _ = Request::new(dates).send(client);
}

fn main() {}
