//! [`Entries`]: the location of the entries in the JSON of a page.

use crate::endpoint::page::scan::{Json, Scan};

/// The location of the entries in the JSON of a page, and the field that identifies an entry.
///
/// ```
/// use plane_api::Entries;
///
/// const DATA: Entries = Entries::at("data");
/// const HITS: Entries = Entries::at("hits.hits").id("_id");
/// const PODS: Entries = Entries::at("items").id("metadata.uid");
/// const BARE: Entries = Entries::whole();
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entries {
    path: &'static str,
    id: &'static str,
    /// `true` if the JSON may also be the array itself.
    or_whole: bool,
}

impl Entries {
    /// The entries are in the field with this path. Dots address nested fields, such as `hits.hits`.
    #[must_use]
    pub const fn at(path: &'static str) -> Self {
        Self { path, id: "id", or_whole: false }
    }

    /// The JSON itself is the array of entries.
    #[must_use]
    pub const fn whole() -> Self {
        Self::at("")
    }

    /// Sets the field that identifies an entry. Default: `id`. Dots address nested fields, such as `metadata.uid`.
    #[must_use]
    pub const fn id(mut self, path: &'static str) -> Self {
        self.id = path;
        self
    }

    /// Also accepts JSON that is the array of entries.
    pub(crate) const fn or_whole(mut self) -> Self {
        self.or_whole = true;
        self
    }

    /// Returns `true` if the path is known without inspecting the response.
    pub(crate) const fn is_certain(&self) -> bool {
        self.or_whole
    }

    /// Returns the path, for messages.
    pub(crate) const fn path(&self) -> &'static str {
        self.path
    }

    /// Returns the path in this JSON, which may be a bare array.
    pub(crate) fn path_in(&self, body: &[u8]) -> &'static str {
        if self.or_whole && Json::new(body).array().is_some() { "" } else { self.path }
    }

    /// Returns the path of the identifying field, for messages.
    pub(crate) const fn id_path(&self) -> &'static str {
        self.id
    }

    /// Returns the last part of the path to the id.
    pub(crate) fn id_field(&self) -> &'static str {
        self.id.rsplit('.').find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// Returns where the array of entries begins. `None` if the JSON has no array at the path.
    pub(crate) fn start(&self, body: &[u8]) -> Option<usize> {
        self.reach(body)?.array()
    }

    /// Returns `true` if the path leads to a value that can contain this many entries: an array, or an object with that
    /// many values that is not an envelope around an array of them.
    pub(crate) fn are_in(&self, body: &[u8], count: usize) -> bool {
        let is_array = self.reach(body).is_some_and(|mut json| json.array().is_some());
        let is_map = || {
            self.reach(body).is_some_and(|mut json| json.members() == Some(count))
                && !self.reach(body).is_some_and(|mut json| json.is_envelope_of(count))
        };
        is_array || is_map()
    }

    /// Finds the entries of a page. `None` if the JSON has no array at the path.
    pub(crate) fn scan(&self, body: &[u8]) -> Option<Scan> {
        self.reach(body)?.entries(self.id)
    }

    fn reach<'a>(&self, body: &'a [u8]) -> Option<Json<'a>> {
        let mut json = Json::new(body);
        self.path_in(body)
            .split('.')
            .filter(|name| !name.is_empty())
            .try_for_each(|name| json.enter(name))?;
        Some(json)
    }
}
