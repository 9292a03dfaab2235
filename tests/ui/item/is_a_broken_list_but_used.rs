use plane_api::{Client, Cursor, Items, Page, Pages, endpoint};

#[endpoint(GET, "/customers/" -> Page<String>, jsno)]
pub struct Request {
    pub cursor: Option<Cursor>,
}

pub fn run(client: &Client) -> (Items<Request>, Pages<Request>) {
    (Request::new().items(client), Request::new().cursor(String::new()).pages(client))
}

fn main() {}
