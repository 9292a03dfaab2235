use plane_api::endpoint;

#[endpoint(DELETE, "/tasks/task_id/" -> ())]
pub struct DeleteTask {
    pub task_id: u64,
}

pub fn run(client: &plane_api::Client) {
    let _ = DeleteTask::new(7_u64).send(client);
}

fn main() {}
