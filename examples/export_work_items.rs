//! Exports all work items of a project to a file of JSON lines, and goes on where it was interrupted.
//!
//! Without configuration it starts a stand-in of Plane on loopback, fills a project, and exports it in two goes:
//!
//! ```text
//! cargo run --example export_work_items
//! ```
//!
//! With `PLANE_API_KEY` set (and `PLANE_BASE_URL`, if it is not Plane's cloud) it exports a real project:
//!
//! ```text
//! cargo run --example export_work_items -- my-workspace 6ba7b810-9dad-11d1-80b4-00c04fd430c8 --out items.jsonl
//! ```
//!
//! Ctrl-C stops it after the page at hand. How far it came stands in `items.jsonl.cursor`; the same command goes on
//! from there, and removes that file at the end. Oldest come first, so that what is created meanwhile comes last. What
//! is deleted meanwhile makes the others move up, and some of them may be missed: it says so.

use std::{
    env,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use indicatif::{ProgressBar, ProgressStyle};
use plane_api::{
    Client, Cursor, Error, Page, Value, endpoint,
    ids::ProjectId,
    sandbox::Sandbox,
    v1::{
        projects::CreateProject,
        work_items::{CreateWorkItem, Priority},
    },
};
use serde::{Deserialize, Serialize};

const USAGE: &str = "usage: export_work_items [<workspace-slug>] <project-id> --out <file>; the workspace defaults to \
                     PLANE_WORKSPACE_SLUG";
const PER_PAGE: u32 = 100;

/// Lists the work items of a project as the server sends them: a model keeps the fields that it knows, an export all.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/" -> Page<Value>)]
#[derive(Debug, Clone)]
struct ListRawWorkItems {
    workspace_slug: String,
    project_id: ProjectId,
    order_by: Option<String>,
    per_page: Option<u32>,
    cursor: Option<Cursor>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(Outcome::Finished) => ExitCode::SUCCESS,
        // As a shell reports a program that Ctrl-C ended.
        Ok(Outcome::Stopped) => ExitCode::from(130),
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<Outcome, String> {
    let args = Args::parse()?;
    let has_key =
        ["PLANE_API_KEY", "PLANE_ACCESS_TOKEN"].iter().any(|name| variable(name).is_some());
    match (args.project, has_key) {
        (Some((workspace, project)), true) => {
            let out = args.out.ok_or(format!("where to is not said; {USAGE}"))?;
            let client = Client::from_env().map_err(|error| error.to_string())?;
            let stop = stop_on_ctrl_c().await;
            let export = Export { workspace, project, out };
            let outcome = export.run(&client, |_| stop.load(Ordering::Relaxed)).await?;
            if outcome == Outcome::Stopped {
                eprintln!("stopped; the same command goes on from here");
            }
            Ok(outcome)
        }
        (Some(_), false) => {
            Err("arguments are for a real Plane: set PLANE_API_KEY to your key, or give none but \
                                 --out to see it work on the sandbox"
                .to_owned())
        }
        (None, true) => {
            Err(format!("PLANE_API_KEY is set, but not which project to export; {USAGE}"))
        }
        (None, false) => show(args.out).await.map(|()| Outcome::Finished),
    }
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// What the command line asks for.
struct Args {
    project: Option<(String, ProjectId)>,
    out: Option<PathBuf>,
}

impl Args {
    fn parse() -> Result<Self, String> {
        use lexopt::{Arg, ValueExt};

        let wrong = |error: lexopt::Error| format!("{error}; {USAGE}");
        let mut parser = lexopt::Parser::from_env();
        let (mut words, mut out) = (Vec::new(), None);
        while let Some(arg) = parser.next().map_err(wrong)? {
            match arg {
                Arg::Value(word) => words.push(word.string().map_err(wrong)?),
                Arg::Long("out") if out.is_some() => {
                    return Err(format!("--out is given more than once; {USAGE}"));
                }
                Arg::Long("out") => out = Some(PathBuf::from(parser.value().map_err(wrong)?)),
                other => return Err(wrong(other.unexpected())),
            }
        }
        let project = match (words.as_slice(), variable("PLANE_WORKSPACE_SLUG")) {
            ([], _) => None,
            ([workspace, project], _) => Some((workspace.clone(), project.into())),
            ([project], Some(workspace)) => Some((workspace, project.into())),
            ([_], None) => return Err(format!("the workspace is not named; {USAGE}")),
            (words, _) => {
                return Err(format!(
                    "a workspace and a project are expected, not {} words; {USAGE}",
                    words.len()
                ));
            }
        };
        Ok(Self { project, out })
    }
}

/// Becomes true with the first Ctrl-C; the second ends the program at once, which loses no more than the page at hand.
async fn stop_on_ctrl_c() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&stop);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            told.store(true, Ordering::Relaxed);
        }
        if tokio::signal::ctrl_c().await.is_ok() {
            std::process::exit(130);
        }
    });
    // From here on it listens.
    tokio::task::yield_now().await;
    stop
}

/// How an export ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Finished,
    Stopped,
}

/// What to export, and where to.
struct Export {
    workspace: String,
    project: ProjectId,
    out: PathBuf,
}

/// How far an export came. It is written after each page, and counts only what was written before it.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct ParamLocation {
    workspace: String,
    project: String,
    /// Where the next page begins; the first if unset.
    cursor: Option<Cursor>,
    /// Length of the output so far.
    bytes: u64,
    /// Work items in it.
    items: u64,
    /// Number of all work items, as the server said last.
    total: Option<u64>,
}

impl Export {
    /// Exports until the end, or until `stop` says so of the number of work items so far.
    async fn run(&self, client: &Client, stop: impl Fn(u64) -> bool) -> Result<Outcome, String> {
        let (mut place, mut file) = self.open()?;
        let list = ListRawWorkItems::new(&self.workspace, &self.project)
            .order_by("created_at")
            .per_page(PER_PAGE);
        let mut pages = list.pages(client);
        if let Some(cursor) = &place.cursor {
            pages = pages.from(cursor);
        }
        let bar = bar(&place);
        loop {
            if stop(place.items) {
                bar.finish_and_clear();
                return Ok(Outcome::Stopped);
            }
            let Some(page) = pages.next().await else { break };
            let page = page.map_err(|error| {
                bar.finish_and_clear();
                self.leave(&place);
                format!("{}{}", advise(&error), place.hint())
            })?;
            if pages.total() < place.total {
                bar.suspend(|| {
                    eprintln!("warning: work items were deleted meanwhile; others may be missed");
                });
            }
            place.total = pages.total();
            place.cursor = pages.cursor().cloned();
            let written = write_lines(&mut file, &page.results);
            place.bytes += written.map_err(|error| unusable(&self.out, &error))?;
            place.items += page.results.len() as u64;
            if page.next_page_results {
                self.save(&place)?;
            }
            bar.set_length(place.total.unwrap_or(place.items));
            bar.set_position(place.items);
            // Lets a Ctrl-C through that came with the page.
            tokio::task::yield_now().await;
        }
        bar.finish_and_clear();
        fs::remove_file(self.place()).map_err(|error| unusable(&self.place(), &error))?;
        println!("{} work items are in {}", place.items, self.out.display());
        Ok(Outcome::Finished)
    }

    /// The file that says how far the export came.
    fn place(&self) -> PathBuf {
        beside(&self.out, ".cursor")
    }

    /// Begins an export, or goes on with one that was interrupted: the output is cut to what is known to be whole.
    fn open(&self) -> Result<(ParamLocation, File), String> {
        let unusable_out = |error: io::Error| unusable(&self.out, &error);
        let text = match fs::read(self.place()) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return self.begin(),
            Err(error) => return Err(unusable(&self.place(), &error)),
        };
        let state = self.place();
        let state = state.display();
        let place: ParamLocation = serde_json::from_slice(&text).map_err(|error| {
            format!("{state} does not say where to go on: {error}; remove it to begin again")
        })?;
        if place.workspace != self.workspace || self.project != place.project.as_str() {
            return Err(format!(
                "{state} is of another project ({} of {}): choose another file",
                place.project, place.workspace
            ));
        }
        let mut file = OpenOptions::new().write(true).open(&self.out).map_err(unusable_out)?;
        let length = file.metadata().map_err(unusable_out)?.len();
        if length < place.bytes {
            return Err(format!(
                "{} is shorter than {state} says: remove both to begin again",
                self.out.display()
            ));
        }
        file.set_len(place.bytes).map_err(unusable_out)?;
        io::Seek::seek(&mut file, io::SeekFrom::End(0)).map_err(unusable_out)?;
        Ok((place, file))
    }

    fn begin(&self) -> Result<(ParamLocation, File), String> {
        let file = File::create_new(&self.out).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => {
                format!(
                    "{} is there already: choose another file, or remove it",
                    self.out.display()
                )
            }
            _ => unusable(&self.out, &error),
        })?;
        let (workspace, project) = (self.workspace.clone(), self.project.to_string());
        let place = ParamLocation { workspace, project, ..ParamLocation::default() };
        self.save(&place)?;
        Ok((place, file))
    }

    /// Takes away what holds nothing, so that another command can use the file.
    fn leave(&self, place: &ParamLocation) {
        if place.items == 0 {
            // The error at hand is the one to tell.
            let _ = fs::remove_file(&self.out);
            let _ = fs::remove_file(self.place());
        }
    }

    /// Replaces the file in one step, so that there is always a whole one.
    fn save(&self, place: &ParamLocation) -> Result<(), String> {
        let new = beside(&self.out, ".cursor.new");
        let write = || {
            let mut file = File::create(&new)?;
            serde_json::to_writer(&mut file, place)?;
            file.sync_all()?;
            fs::rename(&new, self.place())
        };
        write().map_err(|error| unusable(&self.place(), &error))
    }
}

impl ParamLocation {
    fn hint(&self) -> String {
        if self.items == 0 {
            return String::new();
        }
        format!("; {} work items are safe, and the same command goes on from there", self.items)
    }
}

/// Writes one line for each, and returns only when they are on the disk.
fn write_lines(file: &mut File, items: &[Value]) -> io::Result<u64> {
    let mut lines = Vec::new();
    for item in items {
        serde_json::to_writer(&mut lines, item)?;
        lines.push(b'\n');
    }
    file.write_all(&lines)?;
    file.sync_data()?;
    Ok(lines.len() as u64)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn unusable(path: &Path, error: &io::Error) -> String {
    format!("{} cannot be used: {error}", path.display())
}

/// It draws on standard error, and nothing where that is no terminal.
fn bar(place: &ParamLocation) -> ProgressBar {
    let bar = ProgressBar::new(place.total.unwrap_or_default()).with_position(place.items);
    // A template that it does not understand would cost its looks only.
    match ProgressStyle::with_template("{bar:40} {pos}/{len} work items, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// What the person at the keyboard can do about it.
fn advise(error: &Error) -> String {
    let advice = if error.is_unauthorized() {
        "the key was refused: check PLANE_API_KEY, and that PLANE_BASE_URL is the server that issued it"
    } else if error.is_route_missing() {
        "the id is malformed, or PLANE_BASE_URL is not a Plane: check them in this order"
    } else if error.is_not_found() {
        "there is no such project in this workspace: check the id"
    } else if error.is_forbidden() {
        "there is no such project for this key: check the workspace's slug, the project's id and the key's rights"
    } else if error.is_rate_limited() {
        "the server asks for a pause"
    } else {
        return error.to_string();
    };
    format!("{advice} ({error})")
}

/// Shows an export with an interruption on a sandbox.
async fn show(out: Option<PathBuf>) -> Result<(), String> {
    let sandbox = Sandbox::start()
        .await
        .map_err(|error| format!("the sandbox cannot be started: {error}"))?;
    println!("No PLANE_API_KEY is set: this is a sandbox on {}.\n", sandbox.base_url());
    let client = Client::plane()
        .base_url(sandbox.base_url())
        .api_key(sandbox.api_key())
        .build()
        .map_err(|error| error.to_string())?;
    let (project, count) =
        fill(&client, sandbox.workspace()).await.map_err(|error| error.to_string())?;

    // Each sandbox has a project of its own: what an earlier one left in the default place is of no use.
    let out = out.unwrap_or_else(|| {
        let out = env::temp_dir().join(format!("plane-work-items-{}.jsonl", std::process::id()));
        for old in [out.clone(), beside(&out, ".cursor")] {
            // It is rarely there.
            let _ = fs::remove_file(old);
        }
        out
    });
    let export = Export { workspace: sandbox.workspace().to_owned(), project, out };
    let stopped = export.run(&client, |items| items >= count / 2).await?;
    println!("{stopped:?} halfway. How far it came is in {}:", export.place().display());
    let place =
        fs::read_to_string(export.place()).map_err(|error| unusable(&export.place(), &error))?;
    println!("  {place}\n");

    println!("The same again goes on from there:");
    export.run(&client, |_| false).await?;
    check(&export.out, count)
}

/// Makes a project with work items to export.
async fn fill(client: &Client, workspace: &str) -> plane_api::Result<(ProjectId, u64)> {
    const COUNT: u64 = 250;
    let project = CreateProject::new(workspace, "Rocket", "ROC").send(client).await?.id;
    let priorities = [Priority::Urgent, Priority::High, Priority::Medium, Priority::Low];
    for (number, priority) in (1..=COUNT).zip(priorities.into_iter().cycle()) {
        CreateWorkItem::new(workspace, &project, format!("Work item {number:03}"))
            .priority(priority)
            .send(client)
            .await?;
    }
    Ok((project, COUNT))
}

/// Reads the output as its users will: each work item is there once, in order.
fn check(out: &Path, count: u64) -> Result<(), String> {
    let text = fs::read_to_string(out).map_err(|error| unusable(out, &error))?;
    let numbers = text.lines().map(|line| {
        let item: Value = serde_json::from_str(line).ok()?;
        item["sequence_id"].as_u64()
    });
    if !numbers.eq((1..=count).map(Some)) {
        return Err(format!("{} does not hold each work item once", out.display()));
    }
    println!("Each of the {count} work items is there once, in order.");
    Ok(())
}
