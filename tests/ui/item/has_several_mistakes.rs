use plane_api::endpoint;

#[endpoint(patch, "/customers/{id}/" -> Result<String>, jsno)]
pub struct Request {
    #[header("Host")]
    pub host: String,
    #[serde(default)]
    pub name: Option<String>,
}

fn main() {}
