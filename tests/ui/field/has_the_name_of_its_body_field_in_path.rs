use plane_api::{Client, endpoint};

#[endpoint(PUT, "/tasks/<id>" -> String)]
struct Request {
    #[path(body = "task_id")]
    id: String,
}

fn send(client: &Client) {
    let _ = Request::new("7").send(client);
}

fn main() {}
