//! Plane's API on the command line: lists, describes and calls every endpoint by its name.
//!
//! ```text
//! cargo run --example plane -- list customer
//! cargo run --example plane -- describe v1::UpdateCustomer
//! cargo run --example plane -- --api v1 call UpdateCustomer workspace_slug=acme customer_id=… name=Acme email:=null
//! cargo run --example plane -- --sandbox call v1::CreateCustomer name=Acme
//! ```

use std::{
    env,
    fmt::Display,
    io::{self, Write},
    process::ExitCode,
    thread,
};

use clap::{Parser, Subcommand, error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand};
use plane_api::{
    Client, DynamicRequest, Error, ErrorKind, ResponseKind, Value,
    openapi::markdown,
    registry,
    registry::Entry,
    sandbox::Sandbox,
    testing::{Mock, Recorder},
};
use serde_json::Map;

/// Calls Plane's API. The key is read from PLANE_API_KEY, and the URL of a self-hosted server from PLANE_BASE_URL.
#[derive(Parser)]
#[command(name = "plane", after_help = EXIT_CODES)]
struct Cli {
    /// Version of the API, for names that both versions have
    #[arg(long, global = true, value_parser = ["v1", "v2"])]
    api: Option<String>,
    /// Use a fake of Plane in this process: it is empty at the start, needs no key, and has the workspace `sandbox`
    #[arg(long, global = true)]
    sandbox: bool,
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "Exit codes:
  0  success
  1  `list` finds nothing, the output cannot be written, or another error
  2  the arguments are wrong
  3  the configuration is wrong, such as a missing key
  4  the server rejected the request
  5  the server cannot be reached, or does not respond in time
  6  the response cannot be decoded";

#[derive(Subcommand)]
enum Command {
    /// List the endpoints whose name, path or description contains all of these words
    List { words: Vec<String> },
    /// Describe an endpoint and its parameters
    Describe { endpoint: String },
    /// Call an endpoint
    Call {
        endpoint: String,
        /// `name=text`, or `name:=json`; repeat a name for a list. PLANE_WORKSPACE_SLUG is the default of `workspace_slug`
        values: Vec<String>,
        /// Print all items of a list, one per line
        #[arg(long)]
        all: bool,
        /// Print the request instead of sending it
        #[arg(long, conflicts_with = "all")]
        dry_run: bool,
    },
}

/// The message for the user, and the exit code.
struct Failure(u8, String);

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let code = match error.kind() {
            ErrorKind::Request => 2,
            ErrorKind::Config | ErrorKind::Token => 3,
            ErrorKind::Status => 4,
            ErrorKind::Connect | ErrorKind::Transport => 5,
            ErrorKind::Timeout | ErrorKind::RateLimit => 5,
            ErrorKind::Decode | ErrorKind::TooLarge | ErrorKind::Pagination => 6,
            _ => 1,
        };
        Self(code, error.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        // The reader of the output, such as `head`, may close it early.
        let code = if error.kind() == io::ErrorKind::BrokenPipe { 0 } else { 1 };
        Self(code, format!("the output cannot be written: {error}"))
    }
}

fn wrong(message: impl Display) -> Failure {
    Failure(2, message.to_string())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let result = match Cli::try_parse() {
        Ok(cli) => run(cli).await,
        Err(error) if !error.use_stderr() => error.print().map_err(Failure::from),
        Err(error) if error.kind() == DisplayHelpOnMissingArgumentOrSubcommand => {
            Err(wrong("missing command; `plane --help` lists them"))
        }
        Err(error) => {
            // Keeps the mistake and a similar name, and drops the usage after them.
            let text = error.to_string().replace("error: ", "").replace("\n\n  tip: ", "; ");
            let line = text.split("\n\n").next().unwrap_or_default().split_whitespace();
            let line = line.collect::<Vec<_>>().join(" ");
            Err(wrong(format!("{line}; `plane --help` shows how it is used")))
        }
    };
    match result {
        Ok(()) | Err(Failure(0, _)) => ExitCode::SUCCESS,
        Err(Failure(code, message)) => {
            let _ = writeln!(io::stderr(), "error: {message}");
            code.into()
        }
    }
}

async fn run(cli: Cli) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let find = |name: &str| -> Result<&'static Entry, Failure> {
        let prefix = cli.api.as_ref().map(|api| format!("{api}::")).unwrap_or_default();
        let path = format!("{prefix}{}", name.strip_prefix(&prefix).unwrap_or(name));
        registry::find(&path).map_err(|error| wrong(format!("{error}; `plane list` shows all")))
    };
    match &cli.command {
        Command::List { words } => list(&mut out, cli.api.as_deref(), words),
        Command::Describe { endpoint } => describe(&mut out, find(endpoint)?),
        Command::Call { endpoint, values, all, dry_run } => {
            let entry = find(endpoint)?;
            let sandbox = match cli.sandbox {
                true => Some(Sandbox::start().await?),
                false => None,
            };
            let workspace = sandbox.as_ref().map(|sandbox| sandbox.workspace().to_owned());
            let values = read_values(entry, values, workspace)?;
            if *all && entry.spec.params.into_iter().all(|param| param.page.is_none()) {
                let advice = "is not a paginated list; call it without --all";
                return Err(wrong(format!("{entry} {advice}")));
            }
            // Mistakes in the values are reported first, because that needs no key.
            let request = entry.request(values.clone())?;
            if *dry_run {
                return print_request(&mut out, &request).await;
            }
            let client = match &sandbox {
                Some(it) => {
                    Client::plane().base_url(it.base_url()).api_key(it.api_key()).build()?
                }
                None => Client::from_env()?,
            };
            if *all {
                print_items(&mut out, entry, values, &client).await
            } else {
                print_response(&mut out, &request, &client).await
            }
        }
    }
}

fn list(out: &mut impl Write, api: Option<&str>, words: &[String]) -> Result<(), Failure> {
    let mut is_found = false;
    for entry in registry::endpoints().filter(|it| api.is_none_or(|api| it.api == api)) {
        let sentence = entry.spec.docs.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        let text = format!("{entry} {} {sentence}", entry.spec.path).to_lowercase();
        if words.iter().all(|word| text.contains(&word.to_lowercase())) {
            writeln!(out, "{entry}  {sentence}")?;
            is_found = true;
        }
    }
    let nothing = || Failure(1, format!("no endpoint matches `{}`", words.join(" ")));
    if is_found { Ok(()) } else { Err(nothing()) }
}

fn describe(out: &mut impl Write, entry: &Entry) -> Result<(), Failure> {
    let spec = entry.spec;
    writeln!(out, "{entry}\n\n{}\n", markdown(spec.docs))?;
    writeln!(out, "{} {} -> {}", spec.method, target(entry, spec.path), spec.response)?;
    for param in spec.params.into_iter().filter(|param| param.path.is_none()) {
        let location = format!("{:?}", param.location).to_lowercase();
        let word = |is: bool, word| if is { word } else { "" };
        let words =
            [word(param.required, ", required"), word(param.nullable, ", nullable")].concat();
        writeln!(out, "\n  {} ({location}{words}): {}", param.label(), param.ty)?;
        for line in markdown(param.docs).lines() {
            writeln!(out, "      {line}")?;
        }
    }
    Ok(())
}

/// Returns a path below the API root, with the root.
fn target(entry: &Entry, path: impl Display) -> String {
    format!("{}{path}", entry.spec.root.unwrap_or("/api/v1"))
}

/// Reads `name=text` and `name:=json`. A repeated name makes a list.
fn read_values(
    entry: &Entry,
    arguments: &[String],
    workspace: Option<String>,
) -> Result<Map<String, Value>, Failure> {
    const WORKSPACE: &str = "workspace_slug";
    let mut values = Map::new();
    for argument in arguments {
        let Some((name, text)) = argument.split_once('=') else {
            let advice = "write name=text or name:=json";
            return Err(wrong(format!("`{argument}` is not a value; {advice}")));
        };
        let (name, value) = match name.strip_suffix(':') {
            Some(name) => {
                let advice = "write name=text for text, and quote JSON for the shell";
                let is_wrong = |error| wrong(format!("`{name}` is not JSON: {error}; {advice}"));
                (name, serde_json::from_str(text).map_err(is_wrong)?)
            }
            // An unknown parameter is reported with the others.
            None => (name, entry.spec.param(name).map_or_else(|| text.into(), |it| it.json(text))),
        };
        match (values.get_mut(name), value) {
            (None, value) => drop(values.insert(name.to_owned(), value)),
            (Some(Value::Array(items)), Value::Array(more)) => items.extend(more),
            (Some(_), _) => return Err(wrong(format!("`{name}` is set twice"))),
        }
    }
    if let (Some(only), Some(given)) = (&workspace, values.get(WORKSPACE))
        && given != only
    {
        return Err(wrong(format!(
            "the sandbox has only the workspace `{only}`; omit `{WORKSPACE}`"
        )));
    }
    let workspace = workspace.or_else(|| env::var("PLANE_WORKSPACE_SLUG").ok());
    let is_missing = entry.spec.param(WORKSPACE).is_some() && !values.contains_key(WORKSPACE);
    if let Some(workspace) = workspace.filter(|it| is_missing && !it.is_empty()) {
        values.insert(WORKSPACE.to_owned(), workspace.into());
    }
    Ok(values)
}

/// Prints a request as a [`Recorder`] writes it: without credentials and other secrets.
async fn print_request(out: &mut impl Write, request: &DynamicRequest) -> Result<(), Failure> {
    let mock = Mock::plane();
    mock.expect(request).reply(Value::Null);
    let (recording, lines) = io::pipe()?;
    let recording = thread::spawn(|| io::read_to_string(recording));
    let recorder = Recorder::new(lines);
    request.send(&mock.client_builder().record(&recorder).build()?).await?;
    recorder.finish()?;
    let recording = recording.join().unwrap_or_else(|_| Ok(String::new()))?;

    let exchange: Value = recording.lines().nth(1).unwrap_or_default().parse().unwrap_or_default();
    let sent = &exchange["request"];
    let text = |value: &Value| value.as_str().map_or_else(|| format!("{value:#}"), str::to_owned);
    writeln!(out, "{} {}", text(&sent["method"]), text(&sent["url"]))?;
    for (name, value) in sent["headers"].as_object().into_iter().flatten() {
        writeln!(out, "{name}: {}", text(value))?;
    }
    for body in ["json", "text", "base64"].iter().filter_map(|it| sent.get(it)) {
        writeln!(out, "\n{}", text(body))?;
    }
    Ok(())
}

async fn print_items(
    out: &mut impl Write,
    entry: &Entry,
    values: Map<String, Value>,
    client: &Client,
) -> Result<(), Failure> {
    let mut items = entry.items(values, client)?;
    while let Some(item) = items.next().await {
        writeln!(out, "{}", item?)?;
    }
    Ok(())
}

async fn print_response(
    out: &mut impl Write,
    request: &DynamicRequest,
    client: &Client,
) -> Result<(), Failure> {
    let response = request.send(client).await?;
    if plane_api::Endpoint::spec(request).response_kind == ResponseKind::Redirect {
        writeln!(out, "{}", response.redirect()?.location())?;
        return Ok(());
    }
    match serde_json::from_slice::<Value>(response.body()) {
        Ok(json) => writeln!(out, "{json:#}")?,
        Err(_) => out.write_all(response.body())?,
    }
    Ok(())
}
