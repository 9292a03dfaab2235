use plane_api::endpoint;

#[derive(Hash)]
#[endpoint(GET, "/customers/<id>/")]
pub struct Request<'a> {
    pub expand: Option<&'a str>,
}

fn main() {}
