use plane_api::endpoint;

#[endpoint(DELETE, "/users/{}/" -> ())]
pub struct DeleteUser {
    pub id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = DeleteUser::new(7_u64).send(client);
}

fn main() {}
