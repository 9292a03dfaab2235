use plane_api::endpoint;

#[endpoint(GET, "/<orgId>/<userId>" -> String)]
pub struct Request {
    pub org_id: String,
    pub user_id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1", 2_u64).send(client);
}

fn main() {}
