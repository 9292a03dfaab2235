use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header]
    pub trace: String,
}

fn main() {}
