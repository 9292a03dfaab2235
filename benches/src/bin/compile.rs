//! Measures the cost of compiling crates with many endpoints, and prints a table: `compile [counts...]`. With
//! `compile instructions [counts...]`, it counts the instructions that rustc executes to check them, also after edits.
//!
//! The crates are written to `target/endpoints/`. Dependencies are built beforehand and do not count.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use plane_benches::{
    Failure,
    generate::{Style, module_of, write_crate, write_main},
    user_time_of_children,
};

fn main() -> Result<(), Failure> {
    let mut args = env::args().skip(1).peekable();
    if args.peek().is_some_and(|rustc| rustc.ends_with("rustc")) {
        return under_callgrind(args);
    }
    let instructions = args.next_if_eq("instructions").is_some();
    let counts: Vec<usize> = args.map(|count| count.parse()).collect::<Result<_, _>>()?;
    let counts = if counts.is_empty() { vec![10, 50, 250] } else { counts };
    if instructions { count_instructions(&counts) } else { compile(&counts) }
}

fn compile(counts: &[usize]) -> Result<(), Failure> {
    println!(
        "| endpoints | written | check | debug | release | check again | a function added | a field added | lines of LLVM IR | binary: 1 called | 10 | all |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for &count in counts {
        let rows = [Style::Declared, Style::ByHand].map(|style| measure(style, count));
        let [declared, by_hand] = rows;
        let (declared, by_hand) = (declared?, by_hand?);
        print(count, Style::Declared.name(), &declared, |value| format!("{value:.2}"));
        print(count, Style::ByHand.name(), &by_hand, |value| format!("{value:.2}"));
        let ratios: Vec<f64> = declared.iter().zip(&by_hand).map(|(a, b)| a / b).collect();
        print(count, "ratio", &ratios, |value| format!("**{value:.2}**"));
    }
    Ok(())
}

/// Prints a table of the instructions to check a library, and of those for each additional endpoint.
fn count_instructions(counts: &[usize]) -> Result<(), Failure> {
    println!(
        "| endpoints | declared | by hand | ratio | another endpoint, declared | by hand | ratio | its expansion |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let count = |endpoints| -> Result<_, Failure> {
        let count = |style| Crate::new(style)?.instructions(endpoints);
        Ok((count(Style::Declared)?, count(Style::ByHand)?))
    };
    // The cost without endpoints: of the models, and of everything else.
    let (mut last, mut last_by_hand) = count(0)?;
    let mut fewer = 0;
    for &endpoints in counts {
        let (declared, by_hand) = count(endpoints)?;
        let more = (endpoints - fewer) as f64;
        let [another, another_by_hand, expansion] = [
            (declared.all - last.all) / more,
            (by_hand.all - last_by_hand.all) / more,
            (declared.of_macro - last.of_macro) / more,
        ];
        println!(
            "| {endpoints} | {:.0} | {:.0} | **{:.2}** | {another:.1} | {another_by_hand:.1} | **{:.2}** | {expansion:.2} |",
            declared.all,
            by_hand.all,
            declared.all / by_hand.all,
            another / another_by_hand
        );
        (last, last_by_hand, fewer) = (declared, by_hand, endpoints);
    }
    println!(
        "\n| endpoints | written | check again | a function added | a field added |\n|---|---|---|---|---|"
    );
    for &endpoints in counts {
        for style in [Style::Declared, Style::ByHand] {
            let krate = Crate::new(style)?;
            let [again, function, field] = krate.incremental(endpoints, || krate.counted(true))?;
            let name = style.name();
            println!("| {endpoints} | {name} | {again:.0} | {function:.0} | {field:.0} |");
        }
    }
    Ok(())
}

/// Millions of instructions.
struct Instructions {
    all: f64,
    /// Instructions of `#[endpoint]`, including the compiler's work for it. As in any check, the macro is not
    /// optimized.
    of_macro: f64,
}

/// Callgrind's output file, in the directory of the crate.
const PROFILE: &str = "callgrind.out";

/// Parses a count of callgrind, in millions.
fn millions(count: &str) -> Result<f64, Failure> {
    Ok(count.replace(',', "").parse::<f64>()? / 1e6)
}

/// The program that cargo calls instead of rustc.
fn under_callgrind(rustc: impl Iterator<Item = String>) -> Result<(), Failure> {
    let file = format!("--callgrind-out-file={PROFILE}");
    let status = Command::new("valgrind").args(["--tool=callgrind", &file]).args(rustc).status()?;
    if status.success() { Ok(()) } else { Err("rustc failed".into()) }
}

fn print(count: usize, what: &str, values: &[f64], show: impl Fn(f64) -> String) {
    let values: Vec<_> = values.iter().map(|value| show(*value)).collect();
    println!("| {count} | {what} | {} |", values.join(" | "));
}

/// Seconds of CPU time, thousands of lines, and KiB, in the order of the table.
fn measure(style: Style, count: usize) -> Result<Vec<f64>, Failure> {
    let krate = Crate::new(style)?;
    // The build of a crate without endpoints covers everything that is not measured.
    write_crate(&krate.dir, style, 0, 0)?;
    for args in [&["check"][..], &["build"], &["build", "--release"]] {
        krate.cargo(args, false)?;
    }
    write_crate(&krate.dir, style, count, count)?;
    let check = krate.cargo(&["check"], false)?;
    let debug = krate.cargo(&["build"], false)?;
    let release = krate.cargo(&["build", "--release"], false)?;
    let all = krate.size()?;
    let lines = krate.lines()?;
    let mut sizes = Vec::new();
    for called in [1, 10] {
        write_main(&krate.dir, style, called)?;
        krate.cargo(&["build", "--release"], false)?;
        sizes.push(krate.size()?);
    }
    let mut best = [f64::INFINITY; 3];
    for _ in 0..TURNS {
        let times = krate.incremental(count, || krate.cargo(&["check", "--lib"], true))?;
        best = std::array::from_fn(|at| best[at].min(times[at]));
    }
    let [again, function, field] = best;
    Ok(vec![check, debug, release, again, function, field, lines, sizes[0], sizes[1], all])
}

/// Number of repetitions of an incremental check, because it is short.
const TURNS: usize = 5;

struct Crate {
    style: Style,
    dir: PathBuf,
    target: PathBuf,
}

impl Crate {
    fn new(style: Style) -> Result<Self, Failure> {
        let workspace = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let root = workspace.join("target/endpoints");
        let dir = root.join(style.name());
        fs::create_dir_all(&dir)?;
        // The dependencies have the versions of this workspace.
        fs::copy(workspace.join("Cargo.lock"), dir.join("Cargo.lock"))?;
        Ok(Self { style, dir, target: root.join("target") })
    }

    /// Runs cargo, and returns the CPU time of cargo and rustc.
    fn cargo(&self, args: &[&str], incremental: bool) -> Result<f64, Failure> {
        self.cargo_with(args, incremental, "")
    }

    /// Does the same with a wrapper around rustc, for this crate only and in its directory.
    fn cargo_with(&self, args: &[&str], incremental: bool, wrapper: &str) -> Result<f64, Failure> {
        let before = user_time_of_children()?;
        let output = Command::new("cargo")
            .args(args)
            .current_dir(&self.dir)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_INCREMENTAL", if incremental { "1" } else { "0" })
            .env("RUSTC_WORKSPACE_WRAPPER", wrapper)
            .stdout(Stdio::null())
            .output()?;
        if output.status.success() {
            Ok(user_time_of_children()? - before)
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into())
        }
    }

    /// Returns the cost of an incremental check of the library: after a change of its files' times only, after adding
    /// an unused function, and after adding a field to an endpoint (the last one, and its module).
    fn incremental(
        &self,
        count: usize,
        check: impl Fn() -> Result<f64, Failure>,
    ) -> Result<[f64; 3], Failure> {
        write_crate(&self.dir, self.style, count, 0)?;
        check()?;
        write_crate(&self.dir, self.style, count, 0)?;
        let again = check()?;
        let module = self.dir.join("src").join(module_of(count - 1)).with_extension("rs");
        let text = fs::read_to_string(&module)? + "\n#[allow(dead_code)]\nfn added() {}\n";
        fs::write(&module, &text)?;
        let function = check()?;
        let last = "pub external_id: Option<String>,";
        let (before, after) = text.rsplit_once(last).ok_or("there is no field")?;
        fs::write(&module, format!("{before}{last}\n    pub added: Option<String>,{after}"))?;
        Ok([again, function, check()?])
    }

    /// Returns the instructions of rustc to check the library with this many endpoints, as counted by callgrind.
    fn instructions(&self, count: usize) -> Result<Instructions, Failure> {
        write_crate(&self.dir, self.style, 0, 0)?;
        self.cargo(&["check", "--lib"], false)?;
        write_crate(&self.dir, self.style, count, 0)?;
        let all = self.counted(false)?;
        let profile = Command::new("callgrind_annotate")
            .args(["--inclusive=yes", PROFILE])
            .current_dir(&self.dir)
            .output()?;
        let profile = String::from_utf8_lossy(&profile.stdout);
        let of_macro = profile.lines().find(|line| line.contains("plane_macros::endpoint "));
        let of_macro = of_macro.and_then(|line| line.trim().split(' ').next());
        Ok(Instructions { all, of_macro: of_macro.map_or(Ok(0.0), millions)? })
    }

    /// Checks the library as it is, and returns the instructions of rustc, in millions.
    fn counted(&self, incremental: bool) -> Result<f64, Failure> {
        let wrapper = env::current_exe()?;
        self.cargo_with(&["check", "--lib"], incremental, &wrapper.to_string_lossy())?;
        let profile = fs::read_to_string(self.dir.join(PROFILE))?;
        let total = profile.lines().find_map(|line| line.strip_prefix("totals: "));
        millions(total.ok_or("callgrind did not count")?)
    }

    /// Returns the size of the program of all endpoints in unoptimized LLVM IR, including the library: thousands of
    /// lines.
    fn lines(&self) -> Result<f64, Failure> {
        let mut lines = 0;
        for target in [&["--lib"][..], &["--bin", self.style.name()]] {
            let mut args = vec!["rustc"];
            args.extend(target);
            args.extend(["--", "--emit=llvm-ir", "-Ccodegen-units=1", "-Cno-prepopulate-passes"]);
            self.cargo(&args, false)?;
        }
        let stem = self.style.name().replace('-', "_");
        for entry in fs::read_dir(self.target.join("debug/deps"))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with(&stem) && name.ends_with(".ll") {
                lines += fs::read_to_string(&path)?.lines().count();
                fs::remove_file(&path)?;
            }
        }
        Ok(lines as f64 / 1000.0)
    }

    /// Returns the size of the program in KiB, without symbols.
    fn size(&self) -> Result<f64, Failure> {
        let program = self.target.join("release").join(self.style.name());
        let stripped = program.with_extension("stripped");
        Command::new("strip").arg("-o").arg(&stripped).arg(&program).status()?;
        Ok(fs::metadata(stripped)?.len() as f64 / 1024.0)
    }
}
