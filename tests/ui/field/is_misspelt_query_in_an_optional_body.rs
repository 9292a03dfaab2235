use plane_api::{Client, endpoint};

#[endpoint(POST, "/tasks/<task>/archive" -> (), json = optional)]
struct Request {
    #[qurey]
    force: bool,
    reason: Option<String>,
}

fn send(client: &Client) {
    let _ = Request::new("7", true).reason("late").send(client);
}

fn main() {}
