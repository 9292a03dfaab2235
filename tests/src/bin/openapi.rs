//! Reports how the operations of an OpenAPI 3 description can be declared:
//! `cargo run -p plane-tests --bin openapi -- description.json`.

use std::{
    env,
    error::Error,
    fs,
    io::{self, Write},
};

use plane_tests::openapi;

fn main() -> Result<(), Box<dyn Error>> {
    let path =
        env::args().nth(1).ok_or("name a description in JSON: `openapi description.json`")?;
    let description = serde_json::from_slice(&fs::read(path)?)?;
    // Whoever reads it may have seen enough.
    match writeln!(io::stdout().lock(), "{}", openapi::measure(&description)?) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
