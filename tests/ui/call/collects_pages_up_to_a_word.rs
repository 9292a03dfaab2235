use plane_api::{Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<String>)]
pub struct Request {
    pub cursor: Option<plane_api::Cursor>,
}

pub async fn run(client: &plane_api::Client) -> plane_api::Result<()> {
    let pages: Vec<Page<String>> = Request::new().pages(client).collect("all").await?;
    drop(pages);
    Ok(())
}

fn main() {}
