use plane_api::{Client, Cursor, endpoint};

#[endpoint(GET, "/items/" -> Vec<_>)]
struct Request {
    #[page]
    cursor: Option<Cursor>,
}

fn items(client: &Client) {
    let _ = Request::new().items(client);
    let _ = Request::new().send(client);
}

fn main() {}
