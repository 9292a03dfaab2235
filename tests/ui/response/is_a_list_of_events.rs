use plane_api::{Events, endpoint};

#[derive(serde::Deserialize)]
pub struct Tick {}

#[endpoint(GET, "/ticks" -> Events<Tick>)]
pub struct Watch {
    #[page(number)]
    pub page: Option<u32>,
}

fn main() {
    let _ = Watch::new().request();
}
