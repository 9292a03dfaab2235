use plane_api::Client;

pub fn client(token: &str) -> plane_api::Result<Client> {
    Client::builder("https://api.example.com").bearer_auth(token).build()
}

fn main() {}
