//! Writes, compares and measures OpenAPI 3 documents: `cargo run -p plane-tests --bin openapi`.

use std::{
    env,
    error::Error,
    fs,
    io::{self, Write},
    process::ExitCode,
};

use plane_tests::{
    description::{VERSIONS, document, file, print},
    openapi::{Drift, load, measure},
};

const USAGE: &str = "\
usage: openapi write                        writes plane-api/openapi/v1.json and v2.json from the sources
       openapi drift <v1|v2> <file|URL>     compares the declarations with a server's own document
       openapi measure <file|URL>           reports how the operations of a document can be declared

A document is JSON. A URL is fetched with the header X-API-Key if PLANE_API_KEY is set.
`drift` exits with 0 if nothing differs, with 1 if something does, and with 2 if it cannot compare.";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &[&str]) -> Result<ExitCode, Box<dyn Error>> {
    let found = match args {
        ["write"] => {
            for version in VERSIONS {
                let path = file(version);
                path.parent().map(fs::create_dir_all).transpose()?;
                fs::write(path, print(&document(version)?))?;
            }
            return Ok(ExitCode::SUCCESS);
        }
        ["measure", from] => measure(&load(from, key().as_deref())?)?.to_string(),
        ["drift", version, from] if VERSIONS.contains(version) => {
            let drift = Drift::between(&document(version)?, &load(from, key().as_deref())?)?;
            show(&drift.to_string())?;
            return Ok(ExitCode::from(u8::from(!drift.is_empty())));
        }
        _ => return Err(USAGE.into()),
    };
    show(&found)?;
    Ok(ExitCode::SUCCESS)
}

fn key() -> Option<String> {
    env::var("PLANE_API_KEY").ok().filter(|key| !key.is_empty())
}

/// Prints a report. The reader may close the pipe early.
fn show(text: &str) -> io::Result<()> {
    match write!(io::stdout().lock(), "{text}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}
