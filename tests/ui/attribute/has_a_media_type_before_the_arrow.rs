use plane_api::endpoint;

#[endpoint(POST, "/customers/<id>/", form-data -> String)]
pub struct Request {
    pub tags: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").tags(["x"]).send(client);
}

fn main() {}
