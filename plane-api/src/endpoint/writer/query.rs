//! The query of a request.

use serde::Serialize;
use url::form_urlencoded;

use super::{
    RequestWriter,
    pairs::{Pairs, Style, Unsendable},
};
use crate::{
    endpoint::values::QueryValue,
    spec::{ListStyle, Param, ParamLocation},
};

impl RequestWriter {
    pub(super) fn query_in<T: QueryValue + ?Sized>(
        &mut self,
        list: ListStyle,
        name: &'static str,
        value: &T,
    ) {
        let result = value.serialize(Pairs::new(&mut self.query, Style::query(list), name));
        self.query_result(name, result);
    }

    pub(super) fn query_result(&mut self, name: &'static str, result: Result<(), Unsendable>) {
        if let Err(error) = result {
            let what = format!("the query parameter `{name}`");
            self.fail_value(&what, &format!("cannot be sent: {error}"));
        }
    }

    /// Replaces the query by that of a URL: takes the values of declared parameters and nothing else. Constants stay.
    pub(crate) fn replace_query(&mut self, query: &str) {
        self.query.clear();
        self.query.push_str(self.spec.query);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            // `created[gte]` is part of `created`, and `tags[]` is an item of `tags`.
            let owner = name.split('[').next().unwrap_or_default();
            let is_declared = |param: Param| {
                param.location == ParamLocation::Query
                    && (param.name == name || param.name == owner)
            };
            if self.spec.params.into_iter().any(is_declared) {
                let style = Style::query(ListStyle::Repeat);
                // A string can always be written.
                let _ = value.serialize(Pairs::new(&mut self.query, style, &name));
            }
        }
    }
}
