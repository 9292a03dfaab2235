use plane_api::endpoint;

#[derive(PartialEq)]
#[endpoint(PATCH, "/customers/<id>/")]
pub struct Request<T: serde::Serialize + Clone, const N: usize> {
    pub name: Option<T>,
    pub items: Option<std::marker::PhantomData<[u8; N]>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::<String, 2>::new("1").name("x".to_owned()).send(client);
}

fn main() {}
