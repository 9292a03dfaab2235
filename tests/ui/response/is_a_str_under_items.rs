use plane_api::{Client, endpoint};

#[endpoint(GET, "/items/" -> str)]
struct Request {
    #[page(number)]
    page: Option<u32>,
}

fn items(client: &Client) {
    let _ = Request::new().page(1).items(client);
    let _ = Request::new().send(client);
}

fn main() {}
