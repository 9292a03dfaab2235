//! Reports how the operations of an OpenAPI 3 description can be declared:
//! `cargo run -p plane-tests --bin openapi -- description.json`.

use std::{env, error::Error, fs};

use plane_tests::openapi;

fn main() -> Result<(), Box<dyn Error>> {
    let path =
        env::args().nth(1).ok_or("name a description in JSON: `openapi description.json`")?;
    let description = serde_json::from_slice(&fs::read(path)?)?;
    println!("{}", openapi::measure(&description)?);
    Ok(())
}
