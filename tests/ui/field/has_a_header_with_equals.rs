use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header = "X-Trace"]
    pub trace: String,
}

fn main() {}
