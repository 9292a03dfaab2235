//! Exports all work items of a project to a JSON Lines file, and resumes after an interruption.
//!
//! Without configuration, it starts a sandbox on loopback, fills a project, and exports it in two runs:
//!
//! ```text
//! cargo run --example export_work_items
//! ```
//!
//! With `PLANE_API_KEY` set (and `PLANE_BASE_URL` for a self-hosted server), it exports a real project:
//!
//! ```text
//! cargo run --example export_work_items -- my-workspace 6ba7b810-9dad-11d1-80b4-00c04fd430c8 --out items.jsonl
//! ```
//!
//! Ctrl-C stops the export after the current page. The progress is saved in `items.jsonl.cursor`; the same command
//! resumes there, and removes that file at the end. The oldest work items come first, so that new ones come last.
//! Deletions during the export move other work items to earlier pages, so some may be missed; the program warns about
//! this.

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

use clap::{CommandFactory, Parser, error::ErrorKind};
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
use plane_examples::println;
use serde::{Deserialize, Serialize};

/// Exports all work items of a project from the server of `PLANE_API_KEY` and `PLANE_BASE_URL`, or from a sandbox.
#[derive(Parser)]
#[command(name = "export_work_items")]
struct Args {
    /// Slug of the workspace; may be omitted if `PLANE_WORKSPACE_SLUG` is set
    workspace: Option<String>,
    /// Id of the project
    project: Option<String>,
    /// File to write, one work item per line
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

const PER_PAGE: u32 = 100;

/// Lists the raw work items of a project. A model keeps only the fields that it knows; an export needs all of them.
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
        // The exit code that shells use for a program ended by Ctrl-C.
        Ok(Outcome::Stopped) => ExitCode::from(130),
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<Outcome, String> {
    let args = Args::parse();
    let has_key =
        ["PLANE_API_KEY", "PLANE_ACCESS_TOKEN"].iter().any(|name| variable(name).is_some());
    let (workspace, project, out) = match (args.workspace, args.project, args.out) {
        (None, _, out) if !has_key => return show(out).await.map(|()| Outcome::Finished),
        (None, ..) => missing("missing argument <PROJECT>: PLANE_API_KEY is set"),
        (_, _, None) => missing("missing option --out <FILE>"),
        (Some(workspace), Some(project), Some(out)) => (workspace, project, out),
        // A single argument is the project.
        (Some(project), None, Some(out)) => match variable("PLANE_WORKSPACE_SLUG") {
            Some(workspace) => (workspace, project, out),
            None => missing("missing argument <WORKSPACE>: PLANE_WORKSPACE_SLUG is not set"),
        },
    };
    let client = Client::from_env().map_err(|error| error.to_string())?;
    let stop = stop_on_ctrl_c().await;
    let export = Export { workspace, project: project.into(), out };
    let outcome = export.run(&client, |_| stop.load(Ordering::Relaxed)).await?;
    if outcome == Outcome::Stopped {
        eprintln!("stopped; run the same command to resume");
    }
    Ok(outcome)
}

/// Reports a mistake like those that `clap` finds, and exits.
fn missing(message: &str) -> ! {
    Args::command().error(ErrorKind::MissingRequiredArgument, message).exit()
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// Becomes true with the first Ctrl-C. The second one ends the program at once, which loses at most the current page.
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
    // Lets the task start, so that it handles signals from here on.
    tokio::task::yield_now().await;
    stop
}

/// The outcome of a successful export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Finished,
    Stopped,
}

/// The project to export, and the output file.
struct Export {
    workspace: String,
    project: ProjectId,
    out: PathBuf,
}

/// The progress of an export. It is saved after each page, and covers only work items that are already written.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Progress {
    workspace: String,
    project: String,
    /// Position of the next page. `None` for the first page.
    cursor: Option<Cursor>,
    /// Length of the output so far.
    bytes: u64,
    /// Number of work items in the output.
    items: u64,
    /// Number of all work items, as last reported by the server.
    total: Option<u64>,
}

impl Export {
    /// Exports until the end, or until `stop` returns true for the number of work items so far.
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
                    eprintln!(
                        "warning: work items were deleted during the export; others may be missing"
                    );
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
            // Lets the task handle a Ctrl-C that arrived with the page.
            tokio::task::yield_now().await;
        }
        bar.finish_and_clear();
        fs::remove_file(self.place()).map_err(|error| unusable(&self.place(), &error))?;
        println!("exported {} work items to {}", place.items, self.out.display());
        Ok(Outcome::Finished)
    }

    /// The file in which the progress is saved.
    fn place(&self) -> PathBuf {
        beside(&self.out, ".cursor")
    }

    /// Starts an export, or resumes an interrupted one after truncating the output to its complete part.
    fn open(&self) -> Result<(Progress, File), String> {
        let unusable_out = |error: io::Error| unusable(&self.out, &error);
        let text = match fs::read(self.place()) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return self.begin(),
            Err(error) => return Err(unusable(&self.place(), &error)),
        };
        let state = self.place();
        let state = state.display();
        let place: Progress = serde_json::from_slice(&text).map_err(|error| {
            format!("{state} contains no valid progress: {error}; remove it to start again")
        })?;
        if place.workspace != self.workspace || self.project != place.project.as_str() {
            return Err(format!(
                "{state} belongs to another project ({} of {}); choose another output file",
                place.project, place.workspace
            ));
        }
        let mut file = OpenOptions::new().write(true).open(&self.out).map_err(unusable_out)?;
        let length = file.metadata().map_err(unusable_out)?.len();
        if length < place.bytes {
            return Err(format!(
                "{} is shorter than {state} says; remove both to start again",
                self.out.display()
            ));
        }
        file.set_len(place.bytes).map_err(unusable_out)?;
        io::Seek::seek(&mut file, io::SeekFrom::End(0)).map_err(unusable_out)?;
        Ok((place, file))
    }

    fn begin(&self) -> Result<(Progress, File), String> {
        let file = File::create_new(&self.out).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => {
                format!("{} already exists; choose another file, or remove it", self.out.display())
            }
            _ => unusable(&self.out, &error),
        })?;
        let (workspace, project) = (self.workspace.clone(), self.project.to_string());
        let place = Progress { workspace, project, ..Progress::default() };
        self.save(&place)?;
        Ok((place, file))
    }

    /// Removes empty files, so that another command can use their names.
    fn leave(&self, place: &Progress) {
        if place.items == 0 {
            // The original error is the one to report.
            let _ = fs::remove_file(&self.out);
            let _ = fs::remove_file(self.place());
        }
    }

    /// Replaces the file atomically, so that there is always a complete one.
    fn save(&self, place: &Progress) -> Result<(), String> {
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

impl Progress {
    fn hint(&self) -> String {
        if self.items == 0 {
            return String::new();
        }
        format!("; {} work items are saved; run the same command to resume", self.items)
    }
}

/// Writes one line per work item, and returns once they are on disk.
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

/// A progress bar on standard error. It draws nothing if that is not a terminal.
fn bar(place: &Progress) -> ProgressBar {
    let bar = ProgressBar::new(place.total.unwrap_or_default()).with_position(place.items);
    // An invalid template would only affect the appearance.
    match ProgressStyle::with_template("{bar:40} {pos}/{len} work items, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Returns advice for the user.
fn advise(error: &Error) -> String {
    let advice = if error.is_unauthorized() {
        "the key was rejected; check PLANE_API_KEY, and that PLANE_BASE_URL is the server that issued it"
    } else if error.is_route_missing() {
        "no such route; check the id, then that PLANE_BASE_URL is a Plane server"
    } else if error.is_not_found() {
        "project not found in this workspace; check the id"
    } else if error.is_forbidden() {
        "no access to this project; check the workspace's slug, the project's id and the key's permissions"
    } else if error.is_rate_limited() {
        "the rate limit is exhausted; try again later"
    } else {
        return error.to_string();
    };
    format!("{advice} ({error})")
}

/// Demonstrates an interrupted export on a sandbox.
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

    // Each sandbox has its own project, so the output of an earlier run in the default location is useless.
    let out = out.unwrap_or_else(|| {
        let out = env::temp_dir().join(format!("plane-work-items-{}.jsonl", std::process::id()));
        for old in [out.clone(), beside(&out, ".cursor")] {
            // It usually does not exist.
            let _ = fs::remove_file(old);
        }
        out
    });
    let export = Export { workspace: sandbox.workspace().to_owned(), project, out };
    let stopped = export.run(&client, |items| items >= count / 2).await?;
    println!("{stopped:?} halfway. Progress saved to {}:", export.place().display());
    let place =
        fs::read_to_string(export.place()).map_err(|error| unusable(&export.place(), &error))?;
    println!("  {place}\n");

    println!("The same command resumes there:");
    export.run(&client, |_| false).await?;
    check(&export.out, count)
}

/// Creates a project with work items to export.
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

/// Reads the output like a consumer: each work item must occur once, in order.
fn check(out: &Path, count: u64) -> Result<(), String> {
    let text = fs::read_to_string(out).map_err(|error| unusable(out, &error))?;
    let numbers = text.lines().map(|line| {
        let item: Value = serde_json::from_str(line).ok()?;
        item["sequence_id"].as_u64()
    });
    if !numbers.eq((1..=count).map(Some)) {
        return Err(format!("{} does not contain each work item once", out.display()));
    }
    println!("Each of the {count} work items occurs once, in order.");
    Ok(())
}
