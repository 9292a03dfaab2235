//! A subscriber that records the spans and events of this crate.

use std::{
    fmt::{Debug, Write},
    sync::{Arc, Mutex, Once},
};

use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
    subscriber::{DefaultGuard, Interest},
};

/// Records the spans and events of this thread in order, while it exists.
#[derive(Clone, Default)]
pub(crate) struct Recorder(Arc<Mutex<Log>>);

#[derive(Default)]
struct Log {
    entries: Vec<Entry>,
    /// Indices of the entered spans.
    entered: Vec<usize>,
}

struct Entry {
    depth: usize,
    text: String,
    /// Number of references to the span; none for an event.
    handles: usize,
}

impl Recorder {
    pub(crate) fn start() -> (Self, DefaultGuard) {
        // Without a global subscriber, `tracing` would disable a span or event for the whole process if a thread
        // without a subscriber used it first.
        static ELSEWHERE: Once = Once::new();
        ELSEWHERE.call_once(|| tracing::subscriber::set_global_default(Elsewhere).unwrap());
        let recorder = Self::default();
        let guard = tracing::subscriber::set_default(recorder.clone());
        (recorder, guard)
    }

    /// Prints a line per span and event, indented below its parent span.
    pub(crate) fn text(&self) -> String {
        let log = self.0.lock().unwrap();
        let line = |entry: &Entry| format!("{}{}\n", "  ".repeat(entry.depth), entry.text);
        log.entries.iter().map(line).collect()
    }

    /// Number of open spans.
    pub(super) fn open(&self) -> usize {
        self.0.lock().unwrap().entries.iter().filter(|entry| entry.handles > 0).count()
    }
}

fn index(id: &Id) -> usize {
    usize::try_from(id.into_u64()).unwrap() - 1
}

impl Log {
    fn add(&mut self, text: String, handles: usize) -> usize {
        let parent = self.entered.last();
        let depth = parent.map_or(0, |parent| self.entries[*parent].depth + 1);
        self.entries.push(Entry { depth, text, handles });
        self.entries.len() - 1
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "plane_api"
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let metadata = attributes.metadata();
        let mut text = format!("{} {}", metadata.level(), metadata.name());
        attributes.record(&mut Fields(&mut text));
        Id::from_u64(self.0.lock().unwrap().add(text, 1) as u64 + 1)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        values.record(&mut Fields(&mut self.0.lock().unwrap().entries[index(span)].text));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut text = event.metadata().level().to_string();
        event.record(&mut Fields(&mut text));
        self.0.lock().unwrap().add(text, 0);
    }

    fn enter(&self, span: &Id) {
        self.0.lock().unwrap().entered.push(index(span));
    }

    fn exit(&self, span: &Id) {
        assert_eq!(self.0.lock().unwrap().entered.pop(), Some(index(span)));
    }

    fn clone_span(&self, span: &Id) -> Id {
        self.0.lock().unwrap().entries[index(span)].handles += 1;
        span.clone()
    }

    fn try_close(&self, span: Id) -> bool {
        let handles = &mut self.0.lock().unwrap().entries[index(&span)].handles;
        *handles -= 1;
        *handles == 0
    }
}

/// The subscriber of all threads without a [`Recorder`]. It records nothing, and keeps `tracing` from disabling spans
/// and events.
struct Elsewhere;

impl Subscriber for Elsewhere {
    fn register_callsite(&self, _: &'static Metadata<'static>) -> Interest {
        Interest::sometimes()
    }

    fn enabled(&self, _: &Metadata<'_>) -> bool {
        false
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Writes ` name=value`; for a message only its text.
struct Fields<'a>(&'a mut String);

impl Visit for Fields<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        write!(self.0, " {field}={value}").unwrap();
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" {
            write!(self.0, " {value:?}").unwrap();
        } else {
            write!(self.0, " {field}={value:?}").unwrap();
        }
    }
}
