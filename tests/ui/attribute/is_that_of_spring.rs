use plane_api::endpoint;

#[endpoint(RequestMapping(value = "/customers/{id}/", method = RequestMethod.GET))]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").send(client);
}

fn main() {}
