//! [`View`]: the parts of a request that are compared.

use url::form_urlencoded;

use super::Loose;
use crate::testing::{
    exchange::{Content, Sent},
    json::Json,
    lines::{self, Line, push, text_of},
};

/// The parts of a request that are compared.
#[derive(Debug)]
pub(super) struct View {
    /// The method, and the path; after scheme and authority if they differ from the server's.
    pub(super) start: String,
    query: Pairs,
    headers: Vec<(String, Vec<String>)>,
    body: Body,
    is_partial: bool,
}

/// Sorted by name; pairs with the same name keep their order.
type Pairs = Vec<(String, String)>;

#[derive(Debug)]
enum Body {
    Json(Json),
    Form(Pairs),
    Bytes(Vec<u8>),
}

fn pairs(text: &str, is_compared: impl Fn(&str) -> bool) -> Pairs {
    let pairs = form_urlencoded::parse(text.as_bytes()).into_owned();
    let mut pairs: Vec<_> = pairs.filter(|(name, _)| is_compared(name)).collect();
    pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
    pairs
}

fn cover(own: &Pairs, sent: &Pairs) -> bool {
    let mut pairs = own.iter().zip(sent);
    own.len() == sent.len()
        && pairs.all(|(own, sent)| own.0 == sent.0 && lines::covers(&own.1, &sent.1))
}

impl View {
    pub(super) fn of(sent: &Sent, loose: &Loose) -> Self {
        let headers = sent.headers.iter().filter(|(name, _)| !loose.headers.contains(*name));
        Self {
            start: format!("{} {}", sent.method, sent.path()),
            query: pairs(sent.query(), |name| !loose.query.contains(name)),
            headers: headers.map(|(name, values)| (name.clone(), values.clone())).collect(),
            body: Body::of(sent, loose),
            is_partial: sent.is_partial,
        }
    }

    /// Returns `true` if this recorded request is the one that was sent. `REDACTED` stands for any text. Bodies are
    /// ignored if one of them was only partly sent.
    pub(super) fn covers(&self, sent: &Self) -> bool {
        let mut headers = self.headers.iter().zip(&sent.headers);
        let slashes = |start: &str| start.matches('/').count();
        lines::covers(&self.start, &sent.start)
            && slashes(&self.start) == slashes(&sent.start)
            && cover(&self.query, &sent.query)
            && self.headers.len() == sent.headers.len()
            && headers.all(|((name, own), (other, sent))| {
                let mut values = own.iter().zip(sent);
                name == other
                    && own.len() == sent.len()
                    && values.all(|(own, sent)| lines::covers(own, sent))
            })
            && (self.is_partial || sent.is_partial || self.body.covers(&sent.body))
    }

    /// The properties, for a comparison with another request.
    pub(super) fn lines(&self, other: &Self) -> Vec<Line> {
        let mut lines = vec![(String::new(), self.start.clone())];
        lines::push_pairs(&mut lines, "query", &self.query.iter().collect::<Vec<_>>());
        for (name, values) in &self.headers {
            let values: Vec<_> = values.iter().map(|value| format!("{value:?}")).collect();
            push(&mut lines, format!("header.{name}"), values.join(", "));
        }
        match &self.body {
            _ if self.is_partial || other.is_partial => {}
            Body::Json(json) => {
                json.each("body".to_owned(), &mut |path, value| push(&mut lines, path, value));
            }
            Body::Form(form) => {
                lines::push_pairs(&mut lines, "body", &form.iter().collect::<Vec<_>>());
            }
            Body::Bytes(body) if body.is_empty() => {}
            Body::Bytes(body) => {
                let other = if let Body::Bytes(other) = &other.body { other } else { body };
                push(&mut lines, "body".to_owned(), text_of(body, other));
            }
        }
        lines
    }
}

impl Body {
    fn of(sent: &Sent, loose: &Loose) -> Self {
        let media = sent.headers.get("content-type").and_then(|values| values.first());
        let is_form = media.is_some_and(|it| it.starts_with("application/x-www-form-urlencoded"));
        match &sent.body {
            Content::Json(json) if !is_form => match Json::read(json.as_bytes()) {
                Some(mut json) => {
                    for field in &loose.fields {
                        json.remove(&field.split('.').collect::<Vec<_>>());
                    }
                    Self::Json(json)
                }
                None => Self::Bytes(json.clone().into_bytes()),
            },
            Content::Text(text) if is_form => {
                Self::Form(pairs(text, |name| !loose.fields.contains(name)))
            }
            content => Self::Bytes(content.bytes().to_vec()),
        }
    }

    fn covers(&self, sent: &Self) -> bool {
        match (self, sent) {
            (Self::Json(own), Self::Json(sent)) => own.covers(sent),
            (Self::Form(own), Self::Form(sent)) => cover(own, sent),
            (Self::Bytes(own), Self::Bytes(sent)) => {
                match (str::from_utf8(own), str::from_utf8(sent)) {
                    (Ok(own), Ok(sent)) => lines::covers(own, sent),
                    _ => own == sent,
                }
            }
            _ => false,
        }
    }
}
