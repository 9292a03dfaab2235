use plane_api::{Client, endpoint};

#[endpoint(POST, "/payments" -> String)]
struct Request {
    #[header]
    #[serde(rename = "X-Amount")]
    amount: u64,
}

fn send(client: &Client) {
    let _ = Request::new(7).send(client);
}

fn main() {}
