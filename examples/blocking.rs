//! Sends requests without an async runtime: `fn main` is not `async`.
//!
//! ```text
//! cargo run --example blocking
//! ```

use std::error::Error;

use plane_api::{
    Client,
    blocking::block_on,
    sandbox::Sandbox,
    v1::customers::{CreateCustomer, GetCustomer, ListCustomers, UpdateCustomer},
};
use plane_examples::println;

fn main() -> Result<(), Box<dyn Error>> {
    // Against a real server: `let client = Client::from_env()?;`
    let sandbox = Sandbox::start_blocking()?;
    let workspace = sandbox.workspace();
    let client = Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build()?;

    for name in ["Acme", "Globex", "Initech"] {
        CreateCustomer::new(workspace, name).send_blocking(&client)?;
    }

    // A list is an iterator. Each page is fetched when it is needed.
    let mut updated = Vec::new();
    for customer in ListCustomers::new(workspace).per_page(2).items(&client).blocking() {
        let customer = customer?;
        let update = UpdateCustomer::new(workspace, &customer.id).stage("lead");
        updated.push(update.send_blocking(&client)?);
    }
    for customer in &updated {
        println!("{} is a {}", text(&customer.name), text(&customer.stage));
    }

    // `block_on` waits for any other future.
    let request = GetCustomer::new(workspace, &updated[0].id);
    let (customer, meta) = block_on(client.call(&request).with_meta())?;
    println!("fetched {}: {} in {:?}", text(&customer.name), meta.status(), meta.duration());

    // Any number of threads may wait at once with one client.
    std::thread::scope(|scope| {
        for customer in &updated {
            scope.spawn(|| {
                let get = GetCustomer::new(workspace, &customer.id);
                match get.send_blocking(&client) {
                    Ok(customer) => println!("{} still exists", text(&customer.name)),
                    Err(error) => eprintln!("error: {error}"),
                }
            });
        }
    });
    Ok(())
}

fn text(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or("-")
}
