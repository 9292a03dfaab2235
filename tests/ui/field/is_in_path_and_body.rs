use plane_api::endpoint;

#[endpoint(POST, "/customers/<id>/")]
pub struct Request {
    #[path(body)]
    pub id: u64,
}

fn main() {}
