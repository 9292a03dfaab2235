use plane_api::{Lines, endpoint};

pub struct Tick {}

#[endpoint(GET, "/ticks" -> Lines<Tick>)]
pub struct Export {}

fn main() {
    let _ = Export::new().request();
}
