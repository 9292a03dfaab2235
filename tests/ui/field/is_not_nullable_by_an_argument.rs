use plane_api::{Client, endpoint};

#[endpoint(PUT, "/tasks/<id>" -> String)]
struct Request {
    #[nullable(false)]
    name: Option<String>,
}

fn send(client: &Client) {
    let _ = Request::new("7").name("Write").send(client);
}

fn main() {}
