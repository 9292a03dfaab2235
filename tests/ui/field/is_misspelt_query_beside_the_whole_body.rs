use plane_api::{Bytes, Client, endpoint};

#[endpoint(PUT, "/files/<file>" -> ())]
struct Request {
    #[qurey]
    name: String,
    #[body]
    contents: Bytes,
}

fn send(client: &Client) {
    let _ = Request::new("7", "a.txt", "text").send(client);
}

fn main() {}
