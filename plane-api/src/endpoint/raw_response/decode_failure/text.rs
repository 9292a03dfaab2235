//! [`Text`]: the JSON in which the location is searched, shortened as long as the failure stays the same.

use std::{borrow::Cow, fmt::Write, ops::Range};

use serde_json::Error;

use super::{
    Bounds, MAX_STEPS, Probes, byte,
    json_path::{At, End, JsonPath, Step},
};
use crate::work;

/// Replaces a key. No field has this name.
const NO_FIELD: u8 = 0x7f;

/// JSON that fails to decode, or a shorter text that fails in the same way.
pub(super) struct Text<'a> {
    pub(super) json: Cow<'a, [u8]>,
    /// A byte of the value that the error is about.
    pub(super) target: usize,
    way: JsonPath,
    /// The number of items that are omitted from the list at each step.
    omitted: Vec<usize>,
}

impl<'a> Text<'a> {
    pub(super) fn new(json: &'a [u8], target: usize) -> Self {
        let way = JsonPath::to(json, target);
        Self { json: json.into(), target, way, omitted: Vec::new() }
    }

    /// Ends the text before the target, if the error stays inside.
    pub(super) fn end_at_target(&mut self, error: &Error) {
        match &mut self.json {
            Cow::Borrowed(json) => *json = &json[..self.target],
            Cow::Owned(json) => json.truncate(self.target),
        }
        self.target = byte(&self.json, error);
        self.find_way();
    }

    fn find_way(&mut self) {
        self.way = JsonPath::to(&self.json, self.target);
        for (step, omitted) in self.way.steps.iter_mut().zip(&self.omitted) {
            if let At::Item(index) = &mut step.at {
                *index += omitted;
            }
        }
    }

    /// Omits everything after the target, and long parts before it and next to the path, if that makes the text much
    /// shorter and the decoder still fails at the same byte.
    pub(super) fn shorten(&mut self, probes: &mut Probes<'_>, bounds: &Bounds) {
        if self.json.len() <= bounds.short {
            return;
        }
        let end = self.json.len().min((self.target + 1).saturating_add(bounds.beside));
        // Earlier members can determine how an entry is read. The second attempt keeps them.
        for limit in [bounds.beside, usize::MAX] {
            let is_omitted = |step: &Step| step.before().len() > limit;
            let steps = self.way.steps.iter().filter(|step| is_omitted(step));
            let Some(json) = self.without(steps, end) else { continue };
            let length = end - json.len();
            let target = self.target - length;
            let error = probes.decode(&json).flatten();
            if error.is_some_and(|error| error.is_data() && byte(&json, &error) == target) {
                self.omit(is_omitted);
                (self.json, self.target) = (json.into(), target);
                return self.find_way();
            }
        }
    }

    /// Returns the text up to `end` without the entries before those of these steps, if it is much shorter.
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

    /// Returns `true` if the target closes a list or an object whose last entry may be the rejected one. In a long text
    /// only that entry is checked, because it is usually valid. If it is long as well, it is not checked.
    pub(super) fn may_fail_before_its_end(&self, probes: &mut Probes<'_>, bounds: &Bounds) -> bool {
        let End::Closed(last) = &self.way.end else { return false };
        if self.json.len() <= bounds.short {
            return true;
        }
        let steps = self.way.steps.iter().chain(last);
        let steps = steps.filter(|step| step.before().len() > bounds.beside);
        match self.without(steps, self.target) {
            Some(json) => probes.decode(&json).flatten().is_some_and(|error| error.is_data()),
            None => self.json.len() <= bounds.spare / 4,
        }
    }

    /// Records the lists from which items are omitted.
    fn omit(&mut self, is_omitted: impl Fn(&Step) -> bool) {
        let earlier = std::mem::take(&mut self.omitted).into_iter().chain(std::iter::repeat(0));
        let omitted = self.way.steps.iter().zip(earlier).map(|(step, earlier)| match step.at {
            At::Item(index) if is_omitted(step) => index,
            _ => earlier,
        });
        self.omitted = omitted.collect();
    }

    /// Returns the path as it is shown.
    pub(super) fn place(mut self, probes: &mut Probes<'_>) -> String {
        let mut place = String::new();
        for (index, step) in std::mem::take(&mut self.way.steps).into_iter().enumerate() {
            let key = match step.at {
                At::Item(index) => {
                    // Writing to a string cannot fail.
                    let _ = write!(place, "[{index}]");
                    continue;
                }
                At::Entry(None) => continue,
                At::Entry(Some(key)) => key,
            };
            let is_field = index < MAX_STEPS && self.is_field(key.clone(), probes);
            let name = is_field.then(|| &self.json[key.start - 1..=key.end]);
            let name = name.and_then(|name| serde_json::from_slice::<String>(name).ok());
            push_name(&mut place, name.as_deref().unwrap_or("*"));
        }
        if self.way.is_deeper {
            push_name(&mut place, "*");
        }
        if place.is_empty() { ".".to_owned() } else { place }
    }

    /// Returns `true` if this key names a field. Under another name, the value of a field is ignored or not allowed,
    /// while an entry of a map is read. Returns `false` if the budget does not allow the probe.
    fn is_field(&mut self, key: Range<usize>, probes: &mut Probes<'_>) -> bool {
        // Check before copying the text.
        if !probes.can_decode(self.json.len()) {
            return false;
        }
        let json = self.json.to_mut();
        let name = json[key.clone()].to_vec();
        json[key.clone()].fill(NO_FIELD);
        let error = probes.decode(json);
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
