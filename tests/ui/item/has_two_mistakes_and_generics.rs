use plane_api::{Client, endpoint};

#[endpoint(POST, "/customers/{id}/" -> Result<T>)]
pub struct Request<'a, T: serde::de::DeserializeOwned, const N: usize> {
    pub name: Option<&'a str>,
    pub array: [u8; N],
    #[query]
    pub marker: Option<std::marker::PhantomData<T>>,
}

pub async fn run(client: &Client) -> plane_api::Result<String> {
    let request = Request::<String, 2>::new("1", [2, 3]).name("x");
    request.send(client).await
}

fn main() {}
