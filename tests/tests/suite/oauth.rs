//! OAuth apps: authorization and token refresh.

mod cancelled;
mod example;
mod renewal;
mod requests;
mod secrets;
mod server;

use plane_api::{Client, oauth::App};

fn app(url: &str) -> App {
    App::new("my-client", "my-secret", Client::plane().base_url(url)).unwrap()
}
