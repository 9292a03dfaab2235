use plane_api::endpoint;

#[derive(PartialEq)]
#[endpoint(GET, "/customers/<id>/")]
pub struct Request<T> {
    #[header("X-Trace")]
    pub trace: Option<u8>,
    pub marker: Option<std::marker::PhantomData<T>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::<String>::new("1").trace(1).send(client);
}

fn main() {}
