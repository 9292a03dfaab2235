use plane_api::endpoint;

#[endpoint(DELETE, "/customers/<slog>/" -> String)]
pub struct Request {
    pub slug: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a").send(client);
}

fn main() {}
