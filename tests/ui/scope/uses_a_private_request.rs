mod api {
    #[plane_api::endpoint(GET, "/customers/" -> Vec<String>)]
    struct ListCustomers {
        #[page(number)]
        page: Option<u32>,
    }
}

use api::ListCustomers;

pub async fn run(client: &plane_api::Client) -> plane_api::Result<()> {
    println!("{}", ListCustomers::new().page(2).send(client).await?.len());
    println!("{}", ListCustomers::new().items(client).collect(10).await?.len());
    println!("{}", ListCustomers::new().request()?.uri());
    Ok(())
}

fn main() {}
