use plane_api::{Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<String>)]
pub struct Request {
    pub cursor: Option<plane_api::Cursor>,
}

pub async fn run(client: &plane_api::Client) -> plane_api::Result<()> {
    let names = Request::new().items(client).collect::<Vec<_>>().await?;
    println!("{}", names.len());
    Ok(())
}

fn main() {}
