use plane_api::endpoint;

type Maybe<T> = Option<T>;

#[endpoint(PATCH, "/customers/")]
pub struct Request<'a> {
    pub name: Maybe<&'a str>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(None).send(client);
}

fn main() {}
