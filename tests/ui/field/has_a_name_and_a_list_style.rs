use plane_api::{Client, endpoint};

#[endpoint(GET, "/tasks" -> String)]
struct Request {
    #[query(name = "orderBy", comma)]
    order_by: Vec<String>,
}

fn send(client: &Client) {
    let _ = Request::new().order_by(["name"]).send(client);
}

fn main() {}
