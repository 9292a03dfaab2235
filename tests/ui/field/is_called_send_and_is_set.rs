use plane_api::endpoint;

#[endpoint(POST, "/invoices/" -> String)]
pub struct Request {
    pub send: Option<bool>,
    pub note: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().note("Paid").send(client);
    let _ = Request::new().send(true).note("Paid").send(client);
}

fn main() {}
