use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
thread_local!(static NAME: u32 = 1);

fn main() {}
