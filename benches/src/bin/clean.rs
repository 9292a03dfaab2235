//! Measures the cost of a dependency: builds a crate from scratch, once for each dependency, and prints a table. With
//! arguments, only the dependencies whose names contain one of them.
//!
//! The crates are written to `target/clean/`, and their dependencies are fetched beforehand.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use plane_benches::{Failure, user_time_of_children};

const DEPENDENCIES: [(&str, &str); 7] = [
    (
        "plane-api",
        concat!("plane-api = { path = \"", env!("CARGO_MANIFEST_DIR"), "/../plane-api\" }"),
    ),
    (
        "plane-api for any API",
        concat!(
            "plane-api = { path = \"",
            env!("CARGO_MANIFEST_DIR"),
            "/../plane-api\", default-features = false, features = [\"reqwest\", \"rustls-ring\"] }"
        ),
    ),
    (
        "plane-api for any API over hyper",
        concat!(
            "plane-api = { path = \"",
            env!("CARGO_MANIFEST_DIR"),
            "/../plane-api\", default-features = false, features = [\"hyper\", \"rustls-ring\"] }"
        ),
    ),
    (
        "reqwest and serde with the same TLS",
        "reqwest = { version = \"0.13\", default-features = false, features = [\"http2\", \"json\", \"rustls-no-provider\", \"stream\", \"system-proxy\"] }\nrustls = { version = \"0.23\", default-features = false, features = [\"ring\", \"std\", \"tls12\"] }\nserde = { version = \"1\", features = [\"derive\"] }",
    ),
    (
        "reqwest and serde",
        "reqwest = { version = \"0.13\", features = [\"json\"] }\nserde = { version = \"1\", features = [\"derive\"] }",
    ),
    ("octocrab", "octocrab = \"0.54\""),
    ("progenitor-client", "progenitor-client = \"0.15\""),
];

fn main() -> Result<(), Failure> {
    println!("| | crates | check | debug | release |\n|---|---|---|---|---|");
    let names: Vec<String> = env::args().skip(1).collect();
    let is_wanted = |name: &str| names.is_empty() || names.iter().any(|part| name.contains(part));
    for (name, dependencies) in DEPENDENCIES.into_iter().filter(|(name, _)| is_wanted(name)) {
        let krate = Crate::new(name, dependencies)?;
        let crates = krate.count()?;
        let check = krate.time(&["check"])?;
        let debug = krate.time(&["build"])?;
        let release = krate.time(&["build", "--release"])?;
        println!("| {name} | {crates} | {check} | {debug} | {release} |");
    }
    Ok(())
}

struct Crate(PathBuf);

impl Crate {
    fn new(name: &str, dependencies: &str) -> Result<Self, Failure> {
        let workspace = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let dir = workspace.join("target/clean").join(name.replace(' ', "-"));
        fs::create_dir_all(dir.join("src"))?;
        let head =
            "[package]\nname = \"depends\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]";
        fs::write(dir.join("Cargo.toml"), format!("{head}\n{dependencies}\n"))?;
        fs::write(dir.join("src/main.rs"), "fn main() {}\n")?;
        let krate = Self(dir);
        krate.cargo(&["fetch"])?;
        Ok(krate)
    }

    /// Number of crates that are built, each counted once.
    fn count(&self) -> Result<usize, Failure> {
        let tree = ["tree", "--edges=normal,build", "--prefix=none", "--no-dedupe", "--format={p}"];
        let mut crates: Vec<_> = self.cargo(&tree)?.lines().skip(1).map(str::to_owned).collect();
        crates.sort_unstable();
        crates.dedup();
        Ok(crates.len())
    }

    /// Seconds of CPU time, and of elapsed time.
    fn time(&self, args: &[&str]) -> Result<String, Failure> {
        let target = self.0.join("target");
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        let (start, before) = (Instant::now(), user_time_of_children()?);
        self.cargo(args)?;
        let (cpu, wall) = (user_time_of_children()? - before, start.elapsed().as_secs_f64());
        Ok(format!("{cpu:.0} s, {wall:.0} s"))
    }

    fn cargo(&self, args: &[&str]) -> Result<String, Failure> {
        let mut cargo = Command::new("cargo");
        cargo.args(args).current_dir(&self.0).stdin(Stdio::null());
        let output = cargo.env("CARGO_TARGET_DIR", self.0.join("target")).output()?;
        if output.status.success() {
            Ok(String::from_utf8(output.stdout)?)
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into())
        }
    }
}
