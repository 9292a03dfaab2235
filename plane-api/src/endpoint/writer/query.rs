//! The query of a request.

use url::form_urlencoded;

use super::{
    RequestWriter,
    pairs::{Pairs, Style, Unsendable},
};
use crate::{
    endpoint::values::QueryValue,
    spec::{Param, ParamLocation},
};

impl RequestWriter {
    /// Writes a parameter of the query; a list repeats the name, an empty one is left out.
    pub fn query<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let result = value.serialize(Pairs::new(&mut self.query, Style::Query, name));
        self.query_result(name, result);
    }

    /// Writes a parameter of the query, if there is a value.
    pub fn optional_query<T: QueryValue>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.query(name, value);
        }
    }

    /// Writes a parameter of the query; a list becomes one value, joined by commas, an empty one is left out.
    pub fn query_comma<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let result = value.serialize(Pairs::comma(&mut self.query, name));
        self.query_result(name, result);
    }

    /// Writes the entries of a map, or the fields of a struct, as parameters of the query.
    pub fn query_flatten<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let result = value.serialize(Pairs::flat(&mut self.query, Style::Query));
        self.query_result(name, result);
    }

    fn query_result(&mut self, name: &'static str, result: Result<(), Unsendable>) {
        if let Err(error) = result {
            let what = format!("the query parameter `{name}`");
            self.fail_value(&what, &format!("cannot be sent: {error}"));
        }
    }

    /// Puts the query of a URL in place of the query that was written: the values of declared parameters, and nothing
    /// else. Constants stay.
    pub(crate) fn replace_query(&mut self, query: &str) {
        self.query.clear();
        self.query.push_str(self.spec.query);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let is_declared =
                |param: Param| param.location == ParamLocation::Query && param.name == name;
            if let Some(param) = self.spec.params.into_iter().find(|param| is_declared(*param)) {
                self.query(param.name, &*value);
            }
        }
    }
}
