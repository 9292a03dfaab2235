//! Finds where in the JSON of an answer decoding failed, without giving away what is data.
//!
//! It knows no type. What it needs to know of one it finds out by decoding texts that differ a little, with the decoder that
//! failed: a second decoder, one that takes notes, would double what is compiled for each type.
//!
//! A long answer is shortened first, to a text with the same failure, and what can be asked in total is bounded.

use std::{borrow::Cow, fmt::Write, ops::Range};

use serde_json::Error;

use crate::work;

/// Decodes a text again, for the error alone.
pub(super) type Decode<'a> = &'a dyn Fn(&[u8]) -> Option<Error>;

/// For so many steps the decoder is asked: no answer has more, unless it was made to take time.
const MAX_STEPS: usize = 16;

/// So many steps are kept: the decoder goes no deeper (`serde_json` stops at 128), but it skips what is deeper.
const MAX_DEPTH: usize = 128;

/// Stands in for a key: no field is called that.
const NO_FIELD: u8 = 0x7f;

/// What the search may cost.
struct Bounds {
    /// A text up to this length is not shortened.
    short: usize,
    /// So much of what is beside the way is kept: a tuple, or the field that says what the others are.
    beside: usize,
    /// How much may be decoded, besides the answer itself and a half: enough for all questions about a short text.
    spare: usize,
}

const BOUNDS: Bounds = Bounds { short: 8 << 10, beside: 1 << 10, spare: 2 * MAX_STEPS * (8 << 10) };

/// The place where this JSON is not what the decoder expects, such as `results[3].created_at`.
///
/// Names of fields are shown, keys of maps are not, because they may be data: `counts.*`. Nor are keys that there was no
/// more time to ask about.
pub(super) fn find(json: &[u8], error: &Error, decode: Decode<'_>) -> String {
    find_within(json, error, decode, &BOUNDS)
}

fn find_within(json: &[u8], error: &Error, decode: Decode<'_>, bounds: &Bounds) -> String {
    let budget = (json.len() + json.len() / 2).saturating_add(bounds.spare);
    let mut questions = Questions { decode, budget };
    let mut text = Text::new(json, byte(json, error));
    text.shorten(&mut questions, bounds);
    // An error at the end of a list or of an object can be about its last entry, if that was read before it was refused. Then
    // it is the same when the end is missing.
    for _ in 0..MAX_STEPS {
        if !text.may_fail_before_its_end(&mut questions, bounds) {
            break;
        }
        match questions.ask(&text.json[..text.target]) {
            Some(Some(error)) if error.is_data() => {
                text.end_at_target(&error);
                text.shorten(&mut questions, bounds);
            }
            _ => break,
        }
    }
    text.place(&mut questions)
}

/// What the decoder is asked, as long as there is time.
struct Questions<'a> {
    decode: Decode<'a>,
    /// How many bytes may still be decoded.
    budget: usize,
}

impl Questions<'_> {
    fn can_ask(&self, bytes: usize) -> bool {
        bytes <= self.budget
    }

    /// The decoder's error, if there is one; `None` if there was no time to ask.
    fn ask(&mut self, json: &[u8]) -> Option<Option<Error>> {
        self.budget = self.budget.checked_sub(json.len())?;
        work::count(json.len());
        Some((self.decode)(json))
    }
}

/// JSON that fails to decode, or less of it that fails in the same way.
struct Text<'a> {
    json: Cow<'a, [u8]>,
    /// A byte of what the error is about.
    target: usize,
    way: Way,
    /// How many items are left out of the list at each step.
    omitted: Vec<usize>,
}

impl<'a> Text<'a> {
    fn new(json: &'a [u8], target: usize) -> Self {
        let way = Way::to(json, target);
        Self { json: json.into(), target, way, omitted: Vec::new() }
    }

    /// Ends the text before the target, which leaves it with an error within.
    fn end_at_target(&mut self, error: &Error) {
        match &mut self.json {
            Cow::Borrowed(json) => *json = &json[..self.target],
            Cow::Owned(json) => json.truncate(self.target),
        }
        self.target = byte(&self.json, error);
        self.find_way();
    }

    fn find_way(&mut self) {
        self.way = Way::to(&self.json, self.target);
        for (step, omitted) in self.way.steps.iter_mut().zip(&self.omitted) {
            if let At::Item(index) = &mut step.at {
                *index += omitted;
            }
        }
    }

    /// Leaves out what is behind the target, and what is long before it and beside the way, if that makes the text much
    /// shorter and the decoder still fails at this very byte.
    fn shorten(&mut self, questions: &mut Questions<'_>, bounds: &Bounds) {
        if self.json.len() <= bounds.short {
            return;
        }
        let end = self.json.len().min((self.target + 1).saturating_add(bounds.beside));
        // What is before an entry can decide how it is read. Then it is kept, at the second attempt.
        for limit in [bounds.beside, usize::MAX] {
            let is_omitted = |step: &Step| step.before().len() > limit;
            let steps = self.way.steps.iter().filter(|step| is_omitted(step));
            let Some(json) = self.without(steps, end) else { continue };
            let length = end - json.len();
            let target = self.target - length;
            let error = questions.ask(&json).flatten();
            if error.is_some_and(|error| error.is_data() && byte(&json, &error) == target) {
                self.omit(is_omitted);
                (self.json, self.target) = (json.into(), target);
                return self.find_way();
            }
        }
    }

    /// The text up to there without the entries before those of these steps, if it is much shorter.
    fn without<'s>(&self, steps: impl Iterator<Item = &'s Step>, end: usize) -> Option<Vec<u8>> {
        let omitted: Vec<_> = steps.map(Step::before).collect();
        let length = end - omitted.iter().map(Range::len).sum::<usize>();
        if length > self.json.len() / 4 {
            return None;
        }
        work::count(length);
        let mut json = Vec::with_capacity(length);
        let mut from = 0;
        for before in omitted {
            json.extend_from_slice(&self.json[from..before.start]);
            from = before.end;
        }
        json.extend_from_slice(&self.json[from..end]);
        Some(json)
    }

    /// Whether the target closes a list or an object, whose last entry may be what is refused. Of a long text only that
    /// entry is looked at, because most often nothing is wrong with it. If it is long as well, it is not.
    fn may_fail_before_its_end(&self, questions: &mut Questions<'_>, bounds: &Bounds) -> bool {
        let End::Closed(last) = &self.way.end else { return false };
        if self.json.len() <= bounds.short {
            return true;
        }
        let steps = self.way.steps.iter().chain(last);
        let steps = steps.filter(|step| step.before().len() > bounds.beside);
        match self.without(steps, self.target) {
            Some(json) => questions.ask(&json).flatten().is_some_and(|error| error.is_data()),
            None => self.json.len() <= bounds.spare / 4,
        }
    }

    /// Notes of which lists items are left out.
    fn omit(&mut self, is_omitted: impl Fn(&Step) -> bool) {
        let earlier = std::mem::take(&mut self.omitted).into_iter().chain(std::iter::repeat(0));
        let omitted = self.way.steps.iter().zip(earlier).map(|(step, earlier)| match step.at {
            At::Item(index) if is_omitted(step) => index,
            _ => earlier,
        });
        self.omitted = omitted.collect();
    }

    /// The way, as it is shown.
    fn place(mut self, questions: &mut Questions<'_>) -> String {
        let mut place = String::new();
        for (index, step) in std::mem::take(&mut self.way.steps).into_iter().enumerate() {
            let key = match step.at {
                At::Item(index) => {
                    // Writing to a string does not fail.
                    let _ = write!(place, "[{index}]");
                    continue;
                }
                At::Entry(None) => continue,
                At::Entry(Some(key)) => key,
            };
            let is_field = index < MAX_STEPS && self.is_field(key.clone(), questions);
            let name = is_field.then(|| &self.json[key.start - 1..=key.end]);
            let name = name.and_then(|name| serde_json::from_slice::<String>(name).ok());
            push_name(&mut place, name.as_deref().unwrap_or("*"));
        }
        if self.way.is_deeper {
            push_name(&mut place, "*");
        }
        if place.is_empty() { ".".to_owned() } else { place }
    }

    /// Whether this key names a field: under another name, what is there is not read, or not allowed. What is in a map is
    /// read. Without time to ask it does not.
    fn is_field(&mut self, key: Range<usize>, questions: &mut Questions<'_>) -> bool {
        // Before the text is copied.
        if !questions.can_ask(self.json.len()) {
            return false;
        }
        let json = self.json.to_mut();
        let name = json[key.clone()].to_vec();
        json[key.clone()].fill(NO_FIELD);
        let error = questions.ask(json);
        let is_field = error.is_some_and(|error| {
            error.is_none_or(|error| {
                let place = key.start - 1..=self.target;
                let is_here = !error.is_eof() && place.contains(&byte(json, &error));
                let was_allowed = self.target > key.end;
                !is_here || was_allowed && error.to_string().starts_with("unknown field `")
            })
        });
        json[key.clone()].copy_from_slice(&name);
        is_field
    }
}

fn push_name(place: &mut String, name: &str) {
    if !place.is_empty() {
        place.push('.');
    }
    place.push_str(name);
}

/// A byte of the value, or of the key, that an error is about.
fn byte(json: &[u8], error: &Error) -> usize {
    work::count(json.len());
    let lines = json.split_inclusive(|byte| *byte == b'\n');
    let before: usize = lines.take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
    let at = match error.line() {
        // Nobody knew where: it is about the whole.
        0 => json.len(),
        // A position can be made up: a decoder may quote what the server sent, and `serde_json` reads it from the text.
        _ => before.saturating_add(error.column()).min(json.len()),
    };
    // What cannot be what it should is not read, if it is a list or an object, or if it is none of what JSON could have there.
    if error.is_data() && matches!(json.get(at), Some(b'[' | b'{')) {
        return at;
    }
    let read = if error.is_data() { json[..at].trim_ascii_end().len() } else { at };
    read.saturating_sub(1)
}

/// The way from the root to a byte.
struct Way {
    /// Up to [`MAX_DEPTH`] of them.
    steps: Vec<Step>,
    /// Whether there are more.
    is_deeper: bool,
    end: End,
}

/// What is at the end of a way.
enum End {
    /// A value or a key.
    Entry,
    /// The end of a list or an object. The step is that to its last entry, unless it is too deep.
    Closed(Option<Step>),
}

/// From a list or an object to an entry of it.
struct Step {
    /// Where the first entry begins, and where this one does.
    first: usize,
    this: usize,
    at: At,
}

enum At {
    Item(usize),
    /// Where the key is, between its quotes; none before it is there.
    Entry(Option<Range<usize>>),
}

impl Step {
    /// The entries before this one, and the comma behind them.
    fn before(&self) -> Range<usize> {
        self.first..self.this
    }
}

impl Way {
    fn to(json: &[u8], target: usize) -> Self {
        let mut steps: Vec<Step> = Vec::new();
        // How many lists and objects are open below the last step.
        let mut deeper = 0_usize;
        let mut end = End::Entry;
        let (mut at, limit) = (0, json.len().min(target + 1));
        let is_mark = |byte: &u8| matches!(byte, b'[' | b'{' | b']' | b'}' | b',' | b'"');
        while let Some(distance) = json[at..limit].iter().position(is_mark) {
            at += distance;
            match json[at] {
                b'[' | b'{' if at == target => break,
                b'[' | b'{' if steps.len() == MAX_DEPTH => deeper += 1,
                b'[' => steps.push(Step { first: at + 1, this: at + 1, at: At::Item(0) }),
                b'{' => steps.push(Step { first: at + 1, this: at + 1, at: At::Entry(None) }),
                b']' | b'}' => {
                    let last = if deeper > 0 { None } else { steps.pop() };
                    deeper = deeper.saturating_sub(1);
                    if at == target {
                        end = End::Closed(last);
                    }
                }
                b',' if deeper == 0 => {
                    if let Some(step) = steps.last_mut() {
                        step.this = at + 1;
                        match &mut step.at {
                            At::Item(index) => *index += 1,
                            At::Entry(key) => *key = None,
                        }
                    }
                }
                b'"' => {
                    // A shortened text may end within a string, which is no key then.
                    let Some(quote) = end_of_string(json, at + 1) else { break };
                    if deeper == 0
                        && let Some(Step { at: At::Entry(key @ None), .. }) = steps.last_mut()
                    {
                        *key = Some(at + 1..quote);
                    }
                    at = quote;
                }
                _ => {}
            }
            at += 1;
            if at >= limit {
                break;
            }
        }
        work::count(at);
        Self { steps, is_deeper: deeper > 0, end }
    }
}

/// The quote that closes a string.
fn end_of_string(json: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += json.get(at..)?.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
        if json[at] == b'"' {
            return Some(at);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use std::{
        cell::Cell,
        collections::{BTreeMap, HashMap},
    };

    use proptest::prelude::*;
    use serde::{
        Deserialize,
        de::{DeserializeOwned, Deserializer, Error as _},
    };
    use serde_json::{Value, json};
    use uuid::Uuid;

    use super::*;

    /// As a page of a list is read: an envelope, or a bare array.
    #[derive(Debug)]
    struct Page<T>(std::marker::PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Page<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(PageVisitor(std::marker::PhantomData))
        }
    }

    struct PageVisitor<T>(std::marker::PhantomData<T>);

    impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for PageVisitor<T> {
        type Value = Page<T>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a page of a list, or the whole list")
        }

        fn visit_seq<A: serde::de::SeqAccess<'de>>(self, seq: A) -> Result<Page<T>, A::Error> {
            let entries = serde::de::value::SeqAccessDeserializer::new(seq);
            Vec::<T>::deserialize(entries).map(|_| Page(self.0))
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Page<T>, A::Error> {
            #[derive(Deserialize)]
            #[expect(dead_code, reason = "only decoded")]
            struct Envelope<T> {
                results: Vec<T>,
                next_cursor: Option<String>,
                count: Option<u64>,
            }
            let envelope = serde::de::value::MapAccessDeserializer::new(map);
            Envelope::<T>::deserialize(envelope).map(|_| Page(self.0))
        }
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Root {
        results: Vec<Item>,
        #[serde(default)]
        counts: HashMap<String, Item>,
        #[serde(default)]
        by_number: BTreeMap<u8, Kind>,
        #[serde(default)]
        by_id: BTreeMap<Uuid, u8>,
        flat: Option<Flat>,
        choice: Option<Choice>,
        strict: Option<Strict>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Item {
        id: u64,
        pair: Option<(u8, bool)>,
        name: Option<Name>,
        #[serde(default, deserialize_with = "even")]
        even: Vec<u64>,
        kind: Option<Kind>,
        inner: Option<Box<Item>>,
    }

    /// Reads the whole before it refuses it.
    fn even<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u64>, D::Error> {
        let numbers = Value::deserialize(deserializer)?;
        let numbers = numbers.as_array().map(Vec::as_slice).unwrap_or_default();
        let numbers = numbers.iter().map(|number| number.as_u64().filter(|n| n % 2 == 0));
        numbers.collect::<Option<_>>().ok_or_else(|| D::Error::custom("not even"))
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Name(String);

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Known,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Flat {
        id: u64,
        #[serde(flatten)]
        more: BTreeMap<String, u8>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[expect(dead_code, reason = "only decoded")]
    enum Choice {
        Number(u8),
        Object { id: u8 },
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only decoded")]
    struct Strict {
        id: u8,
    }

    fn place<T: DeserializeOwned>(json: &str) -> Option<String> {
        let decode = |json: &[u8]| serde_json::from_slice::<T>(json).err();
        let error = decode(json.as_bytes())?;
        Some(find(json.as_bytes(), &error, &decode))
    }

    fn holds<T: DeserializeOwned>(cases: &[(&str, &str)]) {
        for (json, expected) in cases {
            assert_eq!(place::<T>(json).as_deref(), Some(*expected), "{json}");
            // However it is laid out.
            let value: Value = serde_json::from_str(json).unwrap();
            let pretty = format!("\n\n {}\r\n", serde_json::to_string_pretty(&value).unwrap());
            assert_eq!(place::<T>(&pretty).as_deref(), Some(*expected), "{pretty}");
        }
    }

    /// The last words of an error are taken for its position, and a decoder may quote what the server sent.
    #[test]
    fn a_position_that_is_made_up_does_no_harm() {
        #[derive(Debug, Deserialize)]
        #[expect(dead_code, reason = "only decoded")]
        struct Painted {
            color: Color,
            name: String,
        }

        #[derive(Debug)]
        struct Color;

        impl<'de> Deserialize<'de> for Color {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Err(D::Error::custom(String::deserialize(deserializer)?))
            }
        }

        for column in [0, 1, 7, 40, 60, 100, 1_030, 20_000, u64::MAX - 1, u64::MAX] {
            for line in [0, 1, 2, u64::MAX] {
                for before in ["", "\n"] {
                    let text = format!("blue at line {line} column {column}");
                    let long = "k".repeat(20_000);
                    let json = format!(
                        "{{{before}\"color\":\"{text}\",\"name\":\"x\",{before}\"{long}\":1}}"
                    );
                    assert!(place::<Painted>(&json).is_some(), "{text}");
                }
            }
        }
    }

    #[test]
    fn names_of_fields_are_shown_and_keys_of_maps_are_not() {
        holds::<Root>(&[
            ("{}", "."),
            ("7", "."),
            ("[7]", "[0]"),
            (r#"{"results": 7}"#, "results"),
            (r#"{"results": {"0": {"id": 1}}}"#, "results"),
            (r#"{"results": [{"id": 1}, {"id": "x"}]}"#, "results[1].id"),
            (r#"{"results": [{"id": 1}, {"id": "] } , \" \\"}, {"id": 1}]}"#, "results[1].id"),
            (r#"{"results": [{"id": 1}, {"id": []}]}"#, "results[1].id"),
            (r#"{"results": [{"id": 1}, {"id": {"id": [7]}}]}"#, "results[1].id"),
            (r#"{"results": [{"id": 1}, []]}"#, "results[1]"),
            (r#"{"results": [{"id": 1}, ["x"]]}"#, "results[1][0]"),
            (r#"{"results": [{"other": {"a": [1, {}]}, "id": 1.5}]}"#, "results[0].id"),
            (r#"{"results": [{"id": 1, "pair": [1, 2]}]}"#, "results[0].pair[1]"),
            (r#"{"results": [{"id": 1, "pair": [1]}]}"#, "results[0].pair"),
            (r#"{"results": [{"id": 1, "name": 2}]}"#, "results[0].name"),
            (r#"{"results": [{"id": 1, "kind": 2}]}"#, "results[0].kind"),
            (r#"{"results": [{"id": 1, "kind": [[2]]}]}"#, "results[0].kind"),
            (r#"{"results": [{"id": 1, "kind": "secret"}]}"#, "results[0].kind"),
            (r#"{"results": [{}]}"#, "results[0]"),
            (r#"{"results": [{"inner": {"id": 1}}]}"#, "results[0]"),
            (r#"{"results": [{"id": 1, "inner": {}}]}"#, "results[0].inner"),
            (r#"{"results": [], "counts": {"secret": {"id": -1}}}"#, "counts.*.id"),
            (r#"{"results": [], "counts": {"": {"id": -1}}}"#, "counts.*.id"),
            (r#"{"results": [], "counts": {"secret": {}}}"#, "counts.*"),
            (
                r#"{"results": [], "counts": {"a": {"id": 1}, "secret": {"even": [1]}}}"#,
                "counts.*.even",
            ),
            (r#"{"results": [], "by_number": {"secret": "known"}}"#, "by_number.*"),
            (r#"{"results": [], "by_number": {"7": "secret"}}"#, "by_number.*"),
            (r#"{"results": [], "by_id": {"secret": 7}}"#, "by_id.*"),
            (
                r#"{"results": [], "by_id": {"00000000-0000-0000-0000-000000000000": []}}"#,
                "by_id.*",
            ),
            (r#"{"results": [], "flat": {"id": 1, "secret": "x"}}"#, "flat"),
            (r#"{"results": [], "choice": {"id": "x"}}"#, "choice"),
            (r#"{"choice": "x", "results": []}"#, "choice"),
            (r#"{"results": [], "strict": {"id": []}}"#, "strict.id"),
            (r#"{"results": [], "strict": {"secret": 1}}"#, "strict.*"),
        ]);
        let right = r#"{"results": [{"id": 1, "pair": [1, true], "name": "n"}], "counts": {"k": {"id": 1}},
            "by_number": {"7": "known"}, "flat": {"id": 1, "k": 2}, "choice": {"id": 7}}"#;
        assert_eq!(place::<Root>(right), None);
    }

    #[test]
    fn what_is_read_before_it_is_refused_is_the_place_too() {
        holds::<Root>(&[
            (r#"{"results": [{"id": 1, "even": [2, 3]}]}"#, "results[0].even"),
            (r#"{"results": [{"even": [2, 3], "id": 1}]}"#, "results[0].even"),
            (
                r#"{"results": [{"even": {}, "id": 1}, {"id": 1, "even": [{"a": [7]}]}]}"#,
                "results[1].even",
            ),
            (
                r#"{"results": [{"id": 1, "inner": {"id": 1, "even": [3]}}]}"#,
                "results[0].inner.even",
            ),
        ]);
        assert_eq!(
            place::<Root>(r#"{"results": [{"id": 1, "id": 2}]}"#).as_deref(),
            Some("results[0].id")
        );
        assert_eq!(
            place::<Root>(r#"{"results": [{"\u0069d": "x"}]}"#).as_deref(),
            Some("results[0].id")
        );
    }

    #[test]
    fn pages_and_bare_values_have_places() {
        holds::<Page<Item>>(&[
            (r#"{"results": [{"id": "x"}]}"#, "results[0].id"),
            (r#"[{"id": 1}, {"id": "x"}]"#, "[1].id"),
            (r#"{"next_cursor": 7, "results": []}"#, "next_cursor"),
        ]);
        holds::<Vec<u8>>(&[("[1, 2, 300]", "[2]"), ("{}", "."), (r#""x""#, ".")]);
        holds::<HashMap<String, u8>>(&[(r#"{"a": 1, "secret": "x"}"#, "*")]);
    }

    #[test]
    fn an_answer_made_to_take_time_is_not_looked_at_for_long() {
        #[derive(Debug, Deserialize)]
        #[expect(dead_code, reason = "only decoded")]
        struct Deep {
            next: Option<Box<Deep>>,
        }
        let json = format!("{}7{}", r#"{"next":"#.repeat(100), "}".repeat(100));
        let expected = format!("{}{}", "next.".repeat(16), ["*"; 84].join("."));
        assert_eq!(place::<Deep>(&json), Some(expected));
    }

    /// The place in a long answer, and how many times its length was decoded to find it, with the first time.
    fn place_and_cost<T: DeserializeOwned>(json: &str) -> (String, f64) {
        let decoded = Cell::new(0);
        let decode = |json: &[u8]| {
            decoded.set(decoded.get() + json.len());
            serde_json::from_slice::<T>(json).err()
        };
        let error = decode(json.as_bytes()).unwrap();
        let place = find(json.as_bytes(), &error, &decode);
        (place, decoded.get() as f64 / json.len() as f64)
    }

    /// Entries of a list or an object, so many bytes of them.
    fn entries(bytes: usize, entry: impl Fn(usize) -> String) -> (String, usize) {
        let mut entries = String::with_capacity(bytes + 128);
        for index in 0.. {
            if entries.len() >= bytes {
                return (entries, index);
            }
            entries += &entry(index);
        }
        unreachable!()
    }

    fn items(bytes: usize) -> (String, usize) {
        entries(bytes, |index| {
            let padding = "] } , \\\" ".repeat(16);
            format!(r#"{{"id": {index}, "other": "{padding}", "even": [2, 4]}}, "#)
        })
    }

    #[test]
    fn the_place_in_an_answer_of_10_mb_takes_less_than_decoding_it_thrice() {
        let (items, count) = items(10 << 20);
        let (place, cost) = place_and_cost::<Root>(&format!(r#"{{"results": [{items}{{}}]}}"#));
        assert_eq!(place, format!("results[{count}]"));
        assert!(cost < 1.1, "{cost} times");

        let (numbers, _) = entries(10 << 20, |_| "2, ".to_owned());
        let json = format!(r#"{{"results": [{{"id": 1, "even": [{numbers}3]}}]}}"#);
        let (place, cost) = place_and_cost::<Root>(&json);
        assert_eq!(place, "results[0]", "the entry, not the field of it");
        assert!(cost <= 3.0, "{cost} times");
    }

    #[test]
    fn a_long_answer_is_decoded_few_times() {
        const LONG: usize = 2 << 20;
        let (items, count) = items(LONG);
        let (numbers, _) = entries(LONG, |_| "2, ".to_owned());
        let (members, _) = entries(LONG, |index| format!(r#""secret{index}": {{"id": 1}}, "#));
        let exact = [
            (format!(r#"{{"results": [{items}{{}}]}}"#), format!("results[{count}]")),
            (format!(r#"{{"results": [{items}{{"id": "x"}}]}}"#), format!("results[{count}].id")),
            (
                format!(r#"{{"results": [{items}{{"id": 1, "even": [2, 3]}}, {{"id": 2}}]}}"#),
                format!("results[{count}].even"),
            ),
            (
                format!(r#"{{"results": [{items}{{"id": 1, "pair": [1, 2]}}]}}"#),
                format!("results[{count}].pair[1]"),
            ),
            (
                format!(r#"{{"results": [{{"id": "x"}}, {items}{{"id": 1}}]}}"#),
                "results[0].id".to_owned(),
            ),
            (
                format!(r#"{{"results": [], "counts": {{{members}"secret": {{"id": -1}}}}}}"#),
                "counts.*.id".to_owned(),
            ),
            (format!(r#"{{"counts": {{{members}"secret": {{"id": 1}}}}}}"#), ".".to_owned()),
            (format!(r#"{{"x": [{numbers}2]}}"#), ".".to_owned()),
            (
                format!(r#"{{"results": [], "x": [{numbers}2], "counts": {{"secret": {{}}}}}}"#),
                "counts.*".to_owned(),
            ),
        ];
        for (json, expected) in &exact {
            let (place, cost) = place_and_cost::<Root>(json);
            assert_eq!(&place, expected);
            assert!(cost < 2.2, "{cost} times for {expected}");
        }
        // Where what is wrong is as long as the answer, so is every question.
        let json = format!(r#"{{"results": [{{"id": "{numbers}"}}]}}"#);
        let (place, cost) = place_and_cost::<Root>(&json);
        assert_eq!(place, "results[0].*");
        assert!(cost <= 3.0, "{cost} times");
    }

    #[test]
    fn the_way_through_a_deep_answer_is_bounded() {
        let brackets = 65_000_000 / 2;
        let json =
            format!(r#"{{"x": {}{}, "n": "no"}}"#, "[".repeat(brackets), "]".repeat(brackets));
        // To the innermost bracket, and to what is behind all of them.
        let deepest = Way::to(json.as_bytes(), 6 + brackets);
        assert!(deepest.is_deeper && matches!(deepest.end, End::Closed(None)));
        assert_eq!((deepest.steps.len(), deepest.steps.capacity()), (MAX_DEPTH, MAX_DEPTH));
        let behind = Way::to(json.as_bytes(), json.len() - 2);
        assert!(!behind.is_deeper && matches!(behind.end, End::Entry));
        assert_eq!((behind.steps.len(), behind.steps.capacity()), (1, MAX_DEPTH));
    }

    #[test]
    fn a_place_beyond_the_bound_is_approximate() {
        let json = format!(r#"{}{{"id": "x"}}{}"#, "[".repeat(200), "]".repeat(200));
        let target = json.find('x').unwrap();
        let text = Text::new(json.as_bytes(), target);
        let mut questions = Questions { decode: &|_| None, budget: 0 };
        assert_eq!(text.place(&mut questions), "[0]".repeat(128) + ".*");
    }

    #[test]
    fn a_deep_answer_takes_no_more_memory_than_decoding_it() {
        #[derive(Debug, Deserialize)]
        #[expect(dead_code, reason = "only decoded")]
        struct Number {
            n: u8,
        }
        let depth = 2 << 20;
        let nested = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let cases = [
            (format!(r#"{{"x": {nested}, "n": "no"}}"#), "n"),
            (format!(r#"{{"n": "no", "x": {nested}}}"#), "n"),
            // Not even the answer is copied where there is no time to ask about all of it.
            (format!(r#"{{"x": {nested}}}"#), "."),
        ];
        for (json, expected) in cases {
            let decode = |json: &[u8]| serde_json::from_slice::<Number>(json).err();
            let mut error = None;
            let first = allocation_counter::measure(|| error = decode(json.as_bytes()));
            let error = error.unwrap();
            let mut place = String::new();
            let search = allocation_counter::measure(|| {
                place = find(json.as_bytes(), &error, &decode);
            });
            assert_eq!(place, expected);
            let limit = first.bytes_max + (64 << 10);
            assert!(search.bytes_max <= limit, "{} of {limit} bytes", search.bytes_max);
        }
    }

    #[test]
    fn without_time_to_ask_nothing_is_copied_and_no_key_is_shown() {
        let (items, count) = items(1 << 20);
        let json = format!(r#"{{"results": [{items}{{"id": "x"}}]}}"#);
        let error = serde_json::from_str::<Root>(&json).unwrap_err();
        let text = Text::new(json.as_bytes(), byte(json.as_bytes(), &error));
        let mut questions = Questions { decode: &|_| unreachable!(), budget: json.len() - 1 };
        let mut place = String::new();
        let search = allocation_counter::measure(|| place = text.place(&mut questions));
        assert_eq!(place, format!("*[{count}].*"));
        assert!(search.bytes_total < 1 << 10, "{} bytes", search.bytes_total);
    }

    /// An answer of which one thing is wrong, or nothing.
    fn answer() -> impl Strategy<Value = String> {
        fn item() -> impl Strategy<Value = Value> {
            let wrong = prop_oneof![
                20 => Just(None),
                1 => proptest::sample::select(vec![
                    json!({}),
                    json!({"id": "secret"}),
                    json!({"id": 1, "pair": [1, 2]}),
                    json!({"id": 1, "pair": [300, true]}),
                    json!({"id": 1, "even": [2, 3], "name": "x"}),
                    json!({"id": 1, "even": {"secret": [1]}}),
                    json!({"id": 1, "kind": {"secret": 1}}),
                    json!({"id": 1, "inner": {"id": 1, "inner": {"id": []}}}),
                    json!([1, [2]]),
                    json!(7),
                ]).prop_map(Some),
            ];
            let right = (any::<u64>(), any::<Option<(u8, bool)>>(), "[\\PC]{0,20}").prop_map(
                |(id, pair, name)| {
                    let inner = json!({"id": 7, "even": [2], "kind": "known"});
                    json!({"id": id, "pair": pair, "name": name, "inner": inner, "other": [name]})
                },
            );
            (right, wrong).prop_map(|(right, wrong)| wrong.unwrap_or(right))
        }
        let map = |value| proptest::collection::btree_map("secret[a-z]{0,9}", value, 0..6);
        let results = proptest::collection::vec(item(), 0..12);
        let flat = prop_oneof![
            Just(json!(null)),
            Just(json!({"id": 1, "secret": 2})),
            Just(json!({"id": 1, "secret": "x"})),
        ];
        let choice = prop_oneof![
            Just(json!(null)),
            Just(json!({"id": 1})),
            Just(json!({"id": 1, "secret": [1]})),
            Just(json!("secret")),
        ];
        let fields = (results, map(item()), flat, choice, any::<bool>(), any::<bool>());
        fields.prop_map(|(results, counts, flat, choice, is_first, is_pretty)| {
            let rest = [
                ("unknown", json!({"a": results.clone()})),
                ("counts", json!(counts)),
                ("flat", flat),
                ("choice", choice),
            ];
            let mut fields: Vec<_> = rest.into_iter().collect();
            fields.insert(if is_first { 0 } else { 4 }, ("results", json!(results)));
            let fields = fields.iter().map(|(name, value)| match is_pretty {
                true => format!("\n  \"{name}\" : {value:#}"),
                false => format!("\"{name}\":{value}"),
            });
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_shortened_answer_has_the_same_place(json in answer(), beside in 0..200_usize) {
            let decode = |json: &[u8]| serde_json::from_slice::<Root>(json).err();
            let Some(error) = decode(json.as_bytes()) else { return Ok(()) };
            let place = |short| {
                let bounds = Bounds { short, beside, spare: 1 << 30 };
                find_within(json.as_bytes(), &error, &decode, &bounds)
            };
            let expected = place(usize::MAX);
            prop_assert!(!expected.contains("secret"));
            prop_assert_eq!(place(0), expected.clone(), "{}", json);
            // With less time less is known, and what is known is the same.
            let bounds = Bounds { short: 0, beside, spare: 0 };
            let hasty = find_within(json.as_bytes(), &error, &decode, &bounds);
            let names = |place: &str| match place {
                "." => Vec::new(),
                place => place.split('.').map(str::to_owned).collect(),
            };
            let (hasty, expected) = (names(&hasty), names(&expected));
            prop_assert!(hasty.len() <= expected.len(), "{}", json);
            for (hasty, expected) in hasty.iter().zip(&expected) {
                // A place that ends early ends at the list itself, or at the item that it is in.
                let is_known = expected.starts_with(hasty) || hasty.starts_with('*');
                prop_assert!(is_known, "{} instead of {} in {}", hasty, expected, json);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_is_linear(
            open in r#"(\[|\{"[a-c]":|\[1,|\{"id":1,"inner":|\{"even":\[\],"inner":){1,3}"#,
            between in r#"(\[\]|"\\"|1|,|"a":1|\{\}|\n){0,3}"#,
            spare in 0..1024_usize,
            quarters in 1..=4_usize,
        ) {
            // What a decoder may say of a text, JSON or not: every byte can be the one that it fails at.
            let input = |length: usize| {
                let open = work::repeated(&open, length / 4);
                let between = work::repeated(&between, length / 2);
                let close: String = open.bytes().rev().filter_map(|byte| match byte {
                    b'[' => Some(']'),
                    b'{' => Some('}'),
                    _ => None,
                }).collect();
                format!("{open}{between}{close}")
            };
            let bounds = Bounds { short: 0, beside: 16, spare };
            // There may be time for one question more about the longer text, which is copied for it.
            work::assert_linear(8 << 10, 16 * (8 << 10), input, |json| {
                let target = json.len() * quarters / 4 - 1;
                let decode = |json: &[u8]| {
                    let _: Result<Item, _> = serde_json::from_slice(json);
                    Some(failed_at(target.min(json.len().saturating_sub(2))))
                };
                find_within(json.as_bytes(), &failed_at(target), &decode, &bounds);
            });
        }
    }

    /// An error of a decoder about the value that ends at this byte.
    fn failed_at(at: usize) -> Error {
        let json = format!("{}7", " ".repeat(at));
        serde_json::from_str::<bool>(&json).unwrap_err()
    }
}
