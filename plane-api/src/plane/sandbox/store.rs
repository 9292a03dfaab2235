//! Storage for the objects of a resource, and id generation.

use std::collections::{BTreeMap, BTreeSet, HashMap, hash_map::Entry};

use serde_json::{Map, Value};
use uuid::{Builder, Uuid};

use super::{resource::Key, resource::Range, resource::Resource};
use crate::work;

/// An object, as it is returned.
pub(super) type Record = Map<String, Value>;

/// Maximum number and size in bytes of the objects of a resource.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) records: usize,
    pub(super) bytes: usize,
}

const LIMITS: Limits = Limits { records: 100_000, bytes: 256 * 1024 * 1024 };

/// The objects of a resource. Every lookup uses an index, so its cost does not depend on the number of objects; only a
/// list visits all objects below its parents.
#[derive(Debug)]
pub(super) struct Store {
    resource: &'static Resource,
    /// Objects in creation order.
    records: BTreeMap<u64, Record>,
    created: u64,
    by_id: HashMap<String, u64>,
    /// Objects by parents.
    siblings: BTreeMap<Vec<String>, BTreeSet<u64>>,
    /// Objects by key values.
    holders: HashMap<Held, BTreeSet<u64>>,
    /// Lowest and highest number that objects below the same parents ever had in a counted field.
    ranges: BTreeMap<Vec<String>, HashMap<&'static str, Range>>,
    bytes: usize,
    pub(super) limits: Limits,
}

/// A key of the resource, by index, with its values and the parents below which they are unique.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Held {
    key: usize,
    parents: Vec<String>,
    values: Vec<String>,
}

impl Store {
    pub(super) fn new(resource: &'static Resource) -> Self {
        Self {
            resource,
            records: BTreeMap::new(),
            created: 0,
            by_id: HashMap::new(),
            siblings: BTreeMap::new(),
            holders: HashMap::new(),
            ranges: BTreeMap::new(),
            bytes: 0,
            limits: LIMITS,
        }
    }

    /// Returns `true` if the store has no room for another object.
    pub(super) fn is_full(&self) -> bool {
        self.records.len() >= self.limits.records || self.bytes >= self.limits.bytes
    }

    /// Returns `true` if an object can be changed to these values. A change that does not enlarge it is always
    /// possible.
    pub(super) fn has_room(&self, parents: &[(&str, String)], id: &str, values: &Record) -> bool {
        let Some(record) = self.get(parents, id) else { return true };
        let old = values.keys().filter_map(|name| record.get_key_value(name));
        let old: usize = old.map(|(name, value)| name.len() + size_of_value(value)).sum();
        let new = size_of(values);
        new <= old || self.bytes - old + new <= self.limits.bytes
    }

    pub(super) fn push(&mut self, record: Record) {
        self.created += 1;
        if let Some(id) = id_of(&record) {
            self.by_id.insert(String::from(id), self.created);
        }
        self.add(self.created, record);
    }

    /// Returns the objects below these parents, newest first.
    pub(super) fn below(&self, parents: &[(&str, String)]) -> impl Iterator<Item = &Record> {
        let siblings = self.siblings.get(&ids_of(parents)).into_iter().flatten().rev();
        siblings.filter_map(|at| {
            work::count(1);
            self.records.get(at)
        })
    }

    pub(super) fn get(&self, parents: &[(&str, String)], id: &str) -> Option<&Record> {
        work::count(1);
        let record = self.records.get(self.by_id.get(id)?)?;
        is_below(record, parents).then_some(record)
    }

    /// Changes an object and returns it; `None` if it does not exist.
    pub(super) fn change(
        &mut self,
        parents: &[(&str, String)],
        id: &str,
        change: Record,
    ) -> Option<&Record> {
        self.get(parents, id)?;
        let at = *self.by_id.get(id)?;
        let mut record = self.take(at)?;
        record.extend(change);
        self.add(at, record);
        self.records.get(&at)
    }

    /// Removes an object; returns whether it existed.
    pub(super) fn remove(&mut self, parents: &[(&str, String)], id: &str) -> bool {
        self.get(parents, id).is_some()
            && self.by_id.remove(id).is_some_and(|at| self.take(at).is_some())
    }

    /// Removes all objects below this first parent.
    pub(super) fn remove_below(&mut self, parent: &str) {
        let below = |map: &BTreeMap<Vec<String>, _>| -> Vec<Vec<String>> {
            let from = map.range(vec![String::from(parent)]..).map(|(parents, _)| parents);
            from.take_while(|parents| parents.first().is_some_and(|it| it == parent))
                .cloned()
                .collect()
        };
        for parents in below(&self.siblings) {
            for at in self.siblings.get(&parents).cloned().unwrap_or_default() {
                let record = self.take(at);
                if let Some(id) = record.as_ref().and_then(id_of) {
                    self.by_id.remove(id);
                }
            }
        }
        self.ranges.retain(|parents, _| parents.first().is_none_or(|it| it != parent));
    }

    /// Returns the lowest and highest number that objects below these parents ever had in this field.
    pub(super) fn range(&self, parents: &[(&str, String)], field: &'static str) -> Option<Range> {
        self.ranges.get(&ids_of(parents))?.get(field).copied()
    }

    /// Returns the id of the oldest object with these key values, other than `except`.
    pub(super) fn holder(
        &self,
        parents: &[(&str, String)],
        key: &[&str],
        values: &Record,
        except: Option<&str>,
    ) -> Option<String> {
        let key = self.resource.keys.iter().position(|known| known.fields == key)?;
        let holders = self.holders.get(&held(self.resource, key, ids_of(parents), values)?)?;
        let ids = holders.iter().filter_map(|at| {
            work::count(1);
            id_of(self.records.get(at)?)
        });
        ids.into_iter().find(|id| Some(*id) != except).map(String::from)
    }

    /// Returns `true` if the change would give the object an exclusive key of another object.
    pub(super) fn would_clash(
        &self,
        parents: &[(&str, String)],
        key: &Key,
        change: &Record,
        id: &str,
    ) -> bool {
        if !key.exclusive || !key.fields.iter().any(|field| change.contains_key(*field)) {
            return false;
        }
        let mut after = self.get(parents, id).cloned().unwrap_or_default();
        after.extend(change.clone());
        self.holder(parents, key.fields, &after, Some(id)).is_some()
    }

    fn add(&mut self, at: u64, record: Record) {
        work::count(1);
        let parents = self.parents_of(&record);
        self.siblings.entry(parents.clone()).or_default().insert(at);
        for held in self.held_by(&record) {
            self.holders.entry(held).or_default().insert(at);
        }
        for field in self.resource.fields.iter().filter(|field| field.next.is_some()) {
            let Some(number) = record.get(field.name).and_then(Value::as_f64) else { continue };
            let ranges = self.ranges.entry(parents.clone()).or_default();
            let (low, high) = ranges.entry(field.name).or_insert((number, number));
            (*low, *high) = (low.min(number), high.max(number));
        }
        self.bytes += size_of(&record);
        self.records.insert(at, record);
    }

    fn take(&mut self, at: u64) -> Option<Record> {
        work::count(1);
        let record = self.records.remove(&at)?;
        let parents = self.parents_of(&record);
        if let Some(siblings) = self.siblings.get_mut(&parents) {
            siblings.remove(&at);
            if siblings.is_empty() {
                self.siblings.remove(&parents);
            }
        }
        for held in self.held_by(&record) {
            if let Entry::Occupied(mut holders) = self.holders.entry(held) {
                holders.get_mut().remove(&at);
                if holders.get().is_empty() {
                    holders.remove();
                }
            }
        }
        self.bytes -= size_of(&record);
        Some(record)
    }

    fn held_by(&self, record: &Record) -> Vec<Held> {
        let keys = 0..self.resource.keys.len();
        let parents = self.parents_of(record);
        keys.filter_map(|key| held(self.resource, key, parents.clone(), record)).collect()
    }

    fn parents_of(&self, record: &Record) -> Vec<String> {
        let parents = self.resource.parents();
        parents.filter_map(|name| Some(record.get(name)?.as_str()?.to_owned())).collect()
    }
}

/// Returns `None` if the object lacks values for the key; it then does not occupy the key.
fn held(resource: &Resource, key: usize, parents: Vec<String>, record: &Record) -> Option<Held> {
    let fields = resource.keys.get(key)?.fields.iter();
    let values = fields
        .map(|field| record.get(*field).filter(|value| !value.is_null()).map(ToString::to_string));
    Some(Held { key, parents, values: values.collect::<Option<_>>()? })
}

/// Returns the approximate size of a record in bytes.
fn size_of(record: &Record) -> usize {
    record.iter().map(|(name, value)| name.len() + size_of_value(value)).sum()
}

fn size_of_value(value: &Value) -> usize {
    let inner = match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(size_of_value).sum(),
        Value::Object(fields) => size_of(fields),
        _ => 0,
    };
    inner + std::mem::size_of::<Value>()
}

fn ids_of(parents: &[(&str, String)]) -> Vec<String> {
    parents.iter().map(|(_, parent)| parent.clone()).collect()
}

fn id_of(record: &Record) -> Option<&str> {
    record.get("id").and_then(Value::as_str)
}

fn is_below(record: &Record, parents: &[(&str, String)]) -> bool {
    parents
        .iter()
        .all(|(field, parent)| record.get(*field).and_then(Value::as_str) == Some(parent.as_str()))
}

/// Generates version 4 UUIDs that count up, so that a test sees the same ids in every run.
#[derive(Debug, Default)]
pub(super) struct Ids(u128);

impl Ids {
    pub(super) fn next(&mut self) -> Uuid {
        self.0 += 1;
        Builder::from_random_bytes(self.0.to_be_bytes()).into_uuid()
    }
}

#[cfg(test)]
impl Store {
    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    /// Returns `true` if the store and all of its indexes are empty.
    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty()
            && self.by_id.is_empty()
            && self.siblings.is_empty()
            && self.holders.is_empty()
            && self.ranges.keys().all(Vec::is_empty)
            && self.bytes == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_count_up_and_are_version_4() {
        let mut ids = Ids::default();
        assert_eq!(ids.next().to_string(), "00000000-0000-4000-8000-000000000001");
        let second = ids.next();
        assert_eq!(second.to_string(), "00000000-0000-4000-8000-000000000002");
        assert_eq!(second.get_version_num(), 4);
    }
}
