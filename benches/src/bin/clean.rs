//! Measures the cost of a dependency: builds an empty crate with it from scratch, and prints a table with the number
//! of crates in its tree, and the seconds of user CPU and of wall time of a check, a debug build and a release build.
//! With arguments, it measures only the rows whose names contain one of them.
//!
//! The crates are written below `target/clean/`. They are fetched first, in the versions of this repository's `Cargo.lock`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use plane_benches::{Failure, user_time_of_children};

/// `plane-api` with these features and no others.
macro_rules! plane_api {
    ($features:literal) => {
        concat!(
            "plane-api = { path = \"",
            env!("CARGO_MANIFEST_DIR"),
            "/../plane-api\", default-features = false, features = ",
            $features,
            " }"
        )
    };
}

/// `reqwest` with the features that `plane-api` turns on, and these.
macro_rules! reqwest {
    ($features:literal) => {
        concat!(
            "reqwest = { version = \"0.13\", default-features = false, features = [\"http2\", \"json\", ",
            "\"rustls-no-provider\", \"socks\", \"stream\", \"system-proxy\"",
            $features,
            "] }\n"
        )
    };
}

/// The dependencies of hand-written code besides `reqwest`.
macro_rules! rest {
    () => {
        "rustls = { version = \"0.23\", default-features = false, features = [\"ring\", \"std\", \"tls12\"] }\nserde = { version = \"1\", features = [\"derive\"] }"
    };
}

const DEPENDENCIES: [(&str, &str); 10] = [
    ("reqwest and serde with the same TLS", concat!(reqwest!(""), rest!())),
    ("reqwest and serde with the same TLS and gzip", concat!(reqwest!(", \"gzip\""), rest!())),
    ("plane-api with its defaults", plane_api!("[\"gzip\", \"v1\", \"reqwest\", \"rustls-ring\"]")),
    ("plane-api without Plane", plane_api!("[\"reqwest\", \"rustls-ring\"]")),
    ("plane-api over hyper without Plane", plane_api!("[\"hyper\", \"rustls-ring\"]")),
    ("plane-api over hyper with v1", plane_api!("[\"hyper\", \"rustls-ring\", \"v1\"]")),
    ("plane-api over hyper with v2", plane_api!("[\"hyper\", \"rustls-ring\", \"v2\"]")),
    (
        "plane-api over hyper with v1 and v2",
        plane_api!("[\"hyper\", \"rustls-ring\", \"v1\", \"v2\"]"),
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
        fs::copy(workspace.join("Cargo.lock"), dir.join("Cargo.lock"))?;
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
