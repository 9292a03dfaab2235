use plane_api::endpoint;

#[endpoint(POST, "/customers/", form)]
pub struct Request {
    #[body]
    pub customer: String,
}

fn main() {}
