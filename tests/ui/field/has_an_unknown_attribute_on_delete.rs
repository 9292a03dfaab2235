use plane_api::endpoint;

#[endpoint(DELETE, "/customers/<id>/" -> ())]
pub struct Request {
    #[validate(length(min = 1))]
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", "x").send(client);
}

fn main() {}
