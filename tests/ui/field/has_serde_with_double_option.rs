use plane_api::endpoint;

#[endpoint(PATCH, "/users/")]
pub struct Request {
    #[serde(default, skip_serializing_if = "Option::is_none", with = "double_option")]
    pub name: Option<Option<String>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
