use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    #[path(body)]
    pub id: String,
}

fn main() {}
