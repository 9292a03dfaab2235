use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    #[cfg(all())]
    pub id: u64,
}

fn main() {}
