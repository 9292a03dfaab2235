use std::marker::PhantomData;

use plane_api::endpoint;

#[endpoint(GET, "/things/" -> T)]
pub struct Request<T> {
    pub of: PhantomData<T>,
}

pub async fn run(client: &plane_api::Client) -> plane_api::Result<u32> {
    Request::new().send(client).await
}

fn main() {}
