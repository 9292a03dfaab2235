//! [`Entries`]: where the entries of a page stand in its JSON.

use crate::endpoint::page::scan::{Json, Scan};

/// Where the entries of a page stand in the JSON of the response, and which field tells them apart.
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
    /// Whether the JSON may be the array itself as well.
    or_whole: bool,
}

impl Entries {
    /// The entries are in this field; in one of another's, as `hits.hits`.
    #[must_use]
    pub const fn at(path: &'static str) -> Self {
        Self { path, id: "id", or_whole: false }
    }

    /// The JSON is the array of the entries.
    #[must_use]
    pub const fn whole() -> Self {
        Self::at("")
    }

    /// The entries are told apart by this field, instead of `id`; by one of another's, as `metadata.uid`.
    #[must_use]
    pub const fn id(mut self, path: &'static str) -> Self {
        self.id = path;
        self
    }

    /// The JSON may be the array of the entries, too.
    pub(crate) const fn or_whole(mut self) -> Self {
        self.or_whole = true;
        self
    }

    /// Whether the path is right without a look at the response.
    pub(crate) const fn is_certain(&self) -> bool {
        self.or_whole
    }

    /// The path, for messages.
    pub(crate) const fn path(&self) -> &'static str {
        self.path
    }

    /// The path in this JSON: the array may stand by itself.
    pub(crate) fn path_in(&self, body: &[u8]) -> &'static str {
        if self.or_whole && Json::new(body).array().is_some() { "" } else { self.path }
    }

    /// The field that tells entries apart, for messages.
    pub(crate) const fn id_path(&self) -> &'static str {
        self.id
    }

    /// The last part of the path to the id.
    pub(crate) fn id_field(&self) -> &'static str {
        self.id.rsplit('.').find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// Where the array of the entries begins. `None` if the JSON has no array there.
    pub(crate) fn start(&self, body: &[u8]) -> Option<usize> {
        self.reach(body)?.array()
    }

    /// Finds the entries of a page. `None` if the JSON has no array there.
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
