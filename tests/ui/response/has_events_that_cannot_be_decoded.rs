use plane_api::{Events, endpoint};

pub struct Tick {}

#[endpoint(GET, "/ticks" -> Events<Tick>)]
pub struct Watch {}

fn main() {
    let _ = Watch::new().request();
}
