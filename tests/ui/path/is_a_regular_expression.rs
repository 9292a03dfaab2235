use plane_api::endpoint;

#[endpoint(GET, r"^/users/(?P<id>\d+)/posts/(\w+)/$" -> ())]
pub struct Request {
    pub id: u64,
    pub slug: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(7_u64, "a").send(client);
}

fn main() {}
