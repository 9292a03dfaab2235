use plane_api::endpoint;

#[endpoint(patch, "/customers/{id}/" -> Result<String>, jsno)]
pub struct Request {
    #[header("Host")]
    pub host: String,
    #[serde(default)]
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", "x").name("x").send(client);
}

fn main() {}
