use plane_api::endpoint;

type Maybe<T> = Option<T>;

#[endpoint(PATCH, "/customers/")]
pub struct Request<'a> {
    pub name: Maybe<&'a str>,
}

fn main() {}
