use plane_api::{Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<String>)]
pub struct Request {
    pub per_page: Option<u32>,
}

pub async fn run(client: &plane_api::Client) {
    let mut items = Request::new().items(client);
    while let Some(item) = items.next().await {
        println!("{}", item.unwrap());
    }
}

fn main() {}
