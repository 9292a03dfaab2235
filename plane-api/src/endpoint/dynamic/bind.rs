//! Converts values by name to the values of parameters; all mistakes are reported together.

use serde_json::{Map, Value};

use super::{encode::problem, types::Type};
use crate::{
    error::{CallSite, Error, Result},
    spec::{ListStyle, Param, ParamLocation, Spec},
    text::names,
};

impl Spec {
    /// Returns the parameter with this name in a [`DynamicRequest`](crate::DynamicRequest). Returns `None` if there is
    /// no such parameter, or if parameters in several locations have this name.
    ///
    /// ```
    /// use plane_api::{Endpoint, endpoint};
    /// use serde_json::json;
    ///
    /// #[endpoint(GET, "/tasks")]
    /// pub struct ListTasks {
    ///     pub done: Option<bool>,
    ///     pub label: Vec<String>,
    /// }
    ///
    /// let param = |name| ListTasks::SPEC.param(name).unwrap();
    /// assert_eq!(param("done").json("true"), json!(true));
    /// assert_eq!(param("query.label").json("true"), json!(["true"]));
    /// ```
    #[must_use]
    pub fn param(&self, name: &str) -> Option<Param> {
        let params: Vec<Param> = self.params.into_iter().collect();
        match find(&params, name)[..] {
            [index] => params.get(index).copied(),
            _ => None,
        }
    }
}

impl Param {
    /// Returns the name of the parameter in a [`DynamicRequest`](crate::DynamicRequest): its name in the request, or
    /// `body` for a whole body.
    #[must_use]
    pub const fn label(&self) -> &'static str {
        if self.name.is_empty() { "body" } else { self.name }
    }

    /// Converts a text, such as an argument of a command line, to JSON. The type of the parameter determines the
    /// result: a number, a Boolean, a list with one item, or for all other types text. If a function serializes the
    /// parameter as a list that is joined by commas, the text is split at the commas.
    #[must_use]
    pub fn json(&self, text: &str) -> Value {
        let is_joined =
            self.location == ParamLocation::Query && self.list_style == ListStyle::Comma;
        match self.serialize_with {
            true if is_joined => text.split(',').map(Value::from).collect(),
            true => text.into(),
            false => Type::read(self.ty).value(text),
        }
    }

    /// Returns the location, the type and the first paragraph of the documentation.
    fn description(&self) -> String {
        let (location, ty) = (location(self.location), self.ty);
        let docs = self.docs.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        let docs = names::without_rust_links(&docs);
        let separator = if docs.is_empty() { "" } else { ": " };
        format!("({location}, `{ty}`{separator}{docs})")
    }
}

const fn location(location: ParamLocation) -> &'static str {
    match location {
        ParamLocation::Path => "path",
        ParamLocation::Query => "query",
        ParamLocation::Header => "header",
        ParamLocation::Body => "body",
    }
}

/// Returns the indices of the parameters with this name. A path parameter that is also sent in the body has no second
/// name there.
fn find(params: &[Param], name: &str) -> Vec<usize> {
    let all = |is_meant: &dyn Fn(&Param) -> bool| -> Vec<usize> {
        let own = params.iter().enumerate().filter(|(_, param)| param.path.is_none());
        own.filter(|(_, param)| is_meant(param)).map(|(index, _)| index).collect()
    };
    let is_named = |param: &Param, name: &str| match param.location {
        ParamLocation::Header => param.name.eq_ignore_ascii_case(name),
        _ => param.label() == name,
    };
    let found = all(&|param| is_named(param, name));
    match name.split_once('.') {
        Some((place, rest)) if found.is_empty() => {
            all(&|param| location(param.location) == place && is_named(param, rest))
        }
        _ => found,
    }
}

/// Returns the values in the order of the parameters, or an error that lists all mistakes.
pub(super) fn bind(spec: &'static Spec, values: Map<String, Value>) -> Result<Vec<Option<Value>>> {
    let params: Vec<Param> = spec.params.into_iter().collect();
    let mut bound = vec![None; params.len()];
    let (mut problems, mut is_named) = (Vec::new(), vec![None; params.len()]);
    for (name, value) in values {
        match find(&params, &name)[..] {
            [index] => match is_named[index].replace(name.clone()) {
                Some(other) => {
                    problems.push(format!("`{other}` and `{name}` are one parameter; set it once"));
                }
                None => match checked(spec, &params[index], value) {
                    Ok(value) => bound[index] = Some(value),
                    Err(problem) => problems.push(problem),
                },
            },
            [] => problems.push(unknown(&params, &name)),
            ref several => {
                let names = several.iter().map(|&index| {
                    is_named[index] = Some(name.clone());
                    format!("`{}.{}`", location(params[index].location), params[index].label())
                });
                let names = names.collect::<Vec<_>>().join(" or ");
                problems.push(format!("`{name}` is the name of several parameters; write {names}"));
            }
        }
    }
    for (param, is_named) in params.iter().zip(is_named) {
        // A flattened field may have no entries.
        if param.required && is_named.is_none() && !param.flatten && param.path.is_none() {
            problems.push(format!("`{}` is missing {}", param.label(), param.description()));
        }
    }
    if !problems.is_empty() {
        return Err(Error::request(problems.join("; and ")).at(CallSite::of(spec)));
    }
    for (index, param) in params.iter().enumerate() {
        if let Some(path) = param.path {
            let is_source = |it: &Param| it.location == ParamLocation::Path && it.name == path;
            let source = params.iter().position(is_source);
            bound[index] = source.and_then(|source| bound[source].clone());
        }
    }
    Ok(bound)
}

/// Checks a value and converts it to its type. Returns the mistake if the value or its encoding is invalid.
fn checked(spec: &'static Spec, param: &Param, mut value: Value) -> Result<Value, String> {
    let description = param.description();
    if !param.serialize_with {
        let wrong = if value.is_null() { null(param) } else { check(param, &mut value) };
        wrong.map_err(|wrong| format!("`{}` {wrong} {description}", param.label()))?;
    }
    problem(spec, param, &value).map_or(Ok(value), |wrong| Err(format!("{wrong} {description}")))
}

/// Checks whether the parameter can be `null`.
fn null(param: &Param) -> Result<(), String> {
    let can_omit = if param.required { "" } else { "; omit it to leave it out of the request" };
    match Type::read(param.ty) {
        Type::Patch(_) | Type::Json => Ok(()),
        Type::Option(_) if param.nullable => Ok(()),
        Type::Option(inner) if Type::read(inner) == Type::Json => Ok(()),
        Type::Unknown if param.location == ParamLocation::Body && !param.flatten => Ok(()),
        _ => Err(format!("cannot be `null`{can_omit}")),
    }
}

fn check(param: &Param, value: &mut Value) -> Result<(), String> {
    let is_object = value.is_object();
    if param.flatten && !is_object {
        return Err("expects an object; its entries are sent instead".to_owned());
    }
    let ty = Type::of_value(param.ty);
    // Paths and headers are text.
    let is_text = matches!(param.location, ParamLocation::Path | ParamLocation::Header);
    let is_nested = match value {
        Value::Array(items) => {
            !matches!(ty, Type::List(_)) || items.iter().any(|it| it.is_array() || it.is_object())
        }
        _ => is_object,
    };
    if is_text && is_nested {
        return Err("expects a single value".to_owned());
    }
    ty.check(value)
}

fn unknown(params: &[Param], name: &str) -> String {
    let own = || params.iter().filter(|param| param.path.is_none());
    let names = || own().map(|param| param.label());
    let is_location =
        |place: &str| own().any(|param| location(param.location).eq_ignore_ascii_case(place));
    let rest = name.split_once('.').filter(|(place, _)| is_location(place));
    let meant = rest.map_or(name, |(_, rest)| rest);
    let param =
        names::closest(meant, names()).and_then(|it| own().find(|param| param.label() == it));
    match param {
        Some(param) => format!(
            "`{name}` is not a parameter; did you mean `{}` {}?",
            param.label(),
            param.description()
        ),
        None if params.is_empty() => format!("`{name}` is not a parameter; there are none"),
        None => {
            let names = names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            format!("`{name}` is not a parameter; there are {names}")
        }
    }
}
