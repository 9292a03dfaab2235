//! The objects of one resource, and the ids that they get.

use serde_json::{Map, Value};
use uuid::{Builder, Uuid};

use super::{resource::Key, resource::Range};

/// One object, as it is answered.
pub(super) type Record = Map<String, Value>;

/// The objects of one resource, oldest first.
#[derive(Debug, Default)]
pub(super) struct Store {
    records: Vec<Record>,
    /// What is deleted still counts where numbers are given out only once.
    removed: Vec<Record>,
}

impl Store {
    pub(super) fn push(&mut self, record: Record) {
        self.records.push(record);
    }

    /// The objects below these parents, newest first.
    pub(super) fn below(&self, parents: &[(&str, String)]) -> impl Iterator<Item = &Record> {
        self.records.iter().rev().filter(move |record| is_below(record, parents))
    }

    pub(super) fn get(&self, parents: &[(&str, String)], id: &str) -> Option<&Record> {
        self.below(parents).find(|record| has_id(record, id))
    }

    pub(super) fn get_mut(&mut self, parents: &[(&str, String)], id: &str) -> Option<&mut Record> {
        self.records.iter_mut().find(|record| has_id(record, id) && is_below(record, parents))
    }

    /// Removes an object and says whether there was one.
    pub(super) fn remove(&mut self, parents: &[(&str, String)], id: &str) -> bool {
        let of_it = |record: &Record| has_id(record, id) && is_below(record, parents);
        let Some(at) = self.records.iter().position(of_it) else {
            return false;
        };
        self.removed.push(self.records.remove(at));
        true
    }

    /// The lowest and the highest number that objects below these parents have or had in this field.
    pub(super) fn range(&self, parents: &[(&str, String)], field: &str) -> Option<Range> {
        let all = self.records.iter().chain(&self.removed);
        let below = all.filter(|record| is_below(record, parents));
        let numbers = below.filter_map(|record| record.get(field)?.as_f64());
        let ranges = numbers.map(|number| (number, number));
        ranges.reduce(|(low, high), (number, _)| (low.min(number), high.max(number)))
    }

    /// The id of the oldest object that holds these values of a key, other than `except`.
    pub(super) fn holder(
        &self,
        parents: &[(&str, String)],
        key: &[&str],
        values: &Record,
        except: Option<&str>,
    ) -> Option<String> {
        let wanted = key
            .iter()
            .map(|field| {
                values.get(*field).filter(|value| !value.is_null()).map(|value| (*field, value))
            })
            .collect::<Option<Vec<_>>>()?;
        self.records
            .iter()
            .filter(|record| is_below(record, parents))
            .filter(|record| wanted.iter().all(|(field, value)| record.get(*field) == Some(*value)))
            .filter_map(id_of)
            .find(|id| Some(*id) != except)
            .map(String::from)
    }

    /// Whether after this change the object would share an exclusive key with another one.
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
}

fn id_of(record: &Record) -> Option<&str> {
    record.get("id").and_then(Value::as_str)
}

fn has_id(record: &Record, id: &str) -> bool {
    id_of(record) == Some(id)
}

fn is_below(record: &Record, parents: &[(&str, String)]) -> bool {
    parents
        .iter()
        .all(|(field, parent)| record.get(*field).and_then(Value::as_str) == Some(parent.as_str()))
}

/// Gives out version 4 UUIDs that count up, so that a test sees the same ids in every run.
#[derive(Debug, Default)]
pub(super) struct Ids(u128);

impl Ids {
    pub(super) fn next(&mut self) -> Uuid {
        self.0 += 1;
        Builder::from_random_bytes(self.0.to_be_bytes()).into_uuid()
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
