use plane_api::endpoint;

#[endpoint(POST, "/customers/<id>/" -> String)]
pub struct Request {
    #[flatten]
    pub id: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").send(client);
}

fn main() {}
