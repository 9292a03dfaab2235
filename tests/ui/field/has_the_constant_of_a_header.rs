use plane_api::{Client, endpoint};

const LANGUAGE: &str = "Accept-Language";

#[endpoint(GET, "/tasks/<task>" -> String)]
struct Request {
    #[header(LANGUAGE)]
    language: Option<String>,
}

fn send(client: &Client) {
    let _ = Request::new("7").language(LANGUAGE).send(client);
}

fn main() {}
