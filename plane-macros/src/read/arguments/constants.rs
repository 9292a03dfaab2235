//! The options `root = "/api/v2"` and `header("Name" = "value")`, whose values are sent with every request.

use proc_macro2::{Delimiter, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Lit, LitStr, Token, token::Paren};

use crate::read::{
    arguments::{Reader, names::constant, up_to_arrow},
    path::{is_path_char, point},
};

/// A header whose value is the same in every request.
pub(crate) struct ConstantHeader {
    pub(crate) name: LitStr,
    pub(crate) value: LitStr,
}

impl Reader<'_, '_> {
    /// The endpoint's API root, without a slash at the end.
    pub(super) fn root(&mut self, name: &Ident) -> Option<LitStr> {
        let equals = self.input.parse::<Token![=]>().is_ok();
        let found = up_to_arrow(self.input);
        let literal = syn::parse2::<LitStr>(found.clone()).ok().filter(|_| equals);
        let Some(literal) = literal else {
            let value: TokenStream =
                found.clone().into_iter().filter(|it| !is_sign(it, ':')).collect();
            let value = only_group(&value).unwrap_or(value);
            let message = if is_constant(&value) && !value.is_empty() {
                "a constant is not possible here; write the path itself in quotes".to_owned()
            } else {
                let path =
                    self::literal(&value).map_or_else(|| "/api/v2".to_owned(), |it| it.value());
                format!("the option `root` takes a path; write `root = {path:?}`")
            };
            let wrong = if found.is_empty() { name.to_token_stream() } else { found };
            self.errors.at(wrong, message);
            return None;
        };
        let root = literal.value();
        if let Some((at, message, help)) = wrong_root(&root) {
            self.errors.at(&literal, point(message, &root, &[at], &help));
            return None;
        }
        Some(LitStr::new(root.trim_end_matches('/'), literal.span()))
    }

    /// Reads a constant header, or several in place of one.
    pub(super) fn constant_headers(&mut self, name: &Ident) -> Vec<ConstantHeader> {
        const MESSAGE: &str = "a constant header has a name and a value, both strings";
        let found = if self.input.peek(Paren) {
            self.input.parse::<TokenTree>().map(ToTokens::into_token_stream).unwrap_or_default()
        } else {
            up_to_arrow(self.input)
        };
        let mut tokens = found.clone().into_iter();
        let group = match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Group(group)), None) => Some(group),
            _ => None,
        };
        let is_call = group.as_ref().is_some_and(|it| it.delimiter() == Delimiter::Parenthesis);
        let pairs = pairs(&found);
        if let (true, [pair]) = (is_call, &pairs[..])
            && let (Some(name), Some(value)) = (literal(&pair.name), literal(&pair.value))
            && pair.sign == "="
        {
            return self.checked_header(ConstantHeader { name, value }).into_iter().collect();
        }
        let wrong = match (&group, &pairs[..]) {
            (None, _) if found.is_empty() => name.to_token_stream(),
            (None, _) => found,
            (Some(group), _) if group.stream().is_empty() => found,
            (Some(_), [first, second, ..]) if literal(&first.value).is_some() => {
                second.tokens.clone()
            }
            (Some(_), [pair])
                if is_call
                    && pair.sign == "="
                    && literal(&pair.name).is_some()
                    && !pair.value.is_empty() =>
            {
                pair.value.clone()
            }
            (Some(group), _) => group.stream(),
        };
        if let [pair] = &pairs[..]
            && let Some(write) = pair.with_name_of_constant()
        {
            let message = format!("the name of a constant header is a string; write `{write}`");
            self.errors.at(wrong, message);
            return Vec::new();
        }
        if let Some(part) = pairs.iter().find_map(Pair::constant) {
            let message = "a constant is not possible here; write";
            self.errors.at(wrong, format!("{message} {part} in quotes"));
            return Vec::new();
        }
        let write = write_headers(&pairs);
        let message = match &pairs[..] {
            [_, _, ..] if is_call => {
                format!("a constant header has one name and one value; write `{write}`")
            }
            _ => format!("{MESSAGE}; write `{write}`"),
        };
        let name = pairs.first().map(Pair::name).filter(|_| pairs.len() < 2);
        let help = name.map(|name| {
            format!("\nhelp: a value that differs between requests is a field marked `#[header({name:?})]`")
        });
        self.errors.at(wrong, message + &help.unwrap_or_default());
        pairs.iter().filter_map(Pair::header).collect()
    }

    fn checked_header(&mut self, header: ConstantHeader) -> Option<ConstantHeader> {
        let is_sendable = |c: char| c == '\t' || (' '..='~').contains(&c);
        let value = header.value.value();
        let message = if value.is_empty() {
            "the value is empty; write one, or remove the header"
        } else if !value.chars().all(is_sendable) || value.trim() != value {
            "the value of a header is visible ASCII, without spaces around it"
        } else if is_placeholder(&value) {
            let name = header.name.value();
            let message = format!(
                "the value of a constant header is sent as it is; for another value in each request, mark a field `#[header({name:?})]` instead"
            );
            self.errors.at(&header.value, message);
            return None;
        } else {
            return Some(header);
        };
        self.errors.at(&header.value, message);
        None
    }
}

/// Returns `true` for a name in braces or angle brackets, with or without text before it: `{tenant}`, `Bearer <token>`.
fn is_placeholder(value: &str) -> bool {
    [('{', '}'), ('<', '>')].into_iter().any(|(open, close)| {
        let name = value.split_once(open).and_then(|(_, rest)| rest.strip_suffix(close));
        name.is_some_and(|name| syn::parse_str::<Ident>(name).is_ok())
    })
}

/// The name and the value of a header, as they are written.
#[derive(Default)]
struct Pair {
    /// Both.
    tokens: TokenStream,
    name: TokenStream,
    sign: String,
    value: TokenStream,
}

impl Pair {
    fn new(tokens: TokenStream) -> Self {
        let is_sign = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if matches!(sign.as_char(), '=' | ':' | ','));
        let mut pair = Self { tokens: tokens.clone(), ..Self::default() };
        let mut tokens = tokens.into_iter().peekable();
        // A colon is also a part of a path, and so is the one after it.
        while let Some(token) = tokens.next() {
            let is_path = matches!(&token, TokenTree::Punct(sign) if sign.spacing() == Spacing::Joint && sign.as_char() == ':');
            if is_path {
                pair.name.extend([token]);
                pair.name.extend(tokens.next());
            } else if matches!(
                (&token, tokens.peek()),
                (TokenTree::Literal(_), Some(TokenTree::Literal(_)))
            ) {
                // The sign is missing.
                pair.name.extend([token]);
                break;
            } else if is_sign(&token) {
                pair.sign = token.to_string();
                while let Some(more) = tokens
                    .next_if(|it| matches!(it, TokenTree::Punct(sign) if matches!(sign.as_char(), '>' | '=')))
                {
                    pair.sign += &more.to_string();
                }
                break;
            } else {
                pair.name.extend([token]);
            }
        }
        pair.value = tokens.collect();
        pair.name = only_group(&pair.name).unwrap_or(pair.name);
        // Both in one string.
        if let (true, Some(text)) = (pair.sign.is_empty(), literal(&pair.name))
            && let Some((name, value)) = text.value().split_once([':', '='])
        {
            let literal =
                |text: &str| LitStr::new(text.trim(), text_span(&pair.tokens)).to_token_stream();
            (pair.name, pair.value) = (literal(name), literal(value));
        }
        pair
    }

    /// Returns the part that is a constant or a macro, which the attribute cannot evaluate.
    fn constant(&self) -> Option<&'static str> {
        match (is_constant(&self.name), is_constant(&self.value)) {
            _ if self.value.is_empty() => None,
            (true, true) => Some("name and value themselves"),
            (true, false) => Some("the name itself"),
            (false, true) => Some("the value itself"),
            (false, false) => None,
        }
    }

    /// Returns the code to write for a name such as `http::header::IF_MATCH` or `IF_MATCH`.
    fn with_name_of_constant(&self) -> Option<String> {
        let value = literal(&self.value)?.value();
        let written = self.name.to_string().replace(' ', "");
        let name = Some(constant(&written)).filter(|name| *name != written)?;
        Some(format!("header({name:?} = {value:?})"))
    }

    fn name(&self) -> String {
        let name = text(&self.name).filter(|_| !is_constant(&self.name));
        let name = name.filter(|name| !name.is_empty());
        name.unwrap_or_else(|| "Name".to_owned())
    }

    fn value(&self) -> String {
        text(&self.value).unwrap_or_else(|| "value".to_owned())
    }

    /// Returns the header, if both parts are known.
    fn header(&self) -> Option<ConstantHeader> {
        let span = text_span(&self.tokens);
        let literal = |text: String| LitStr::new(&text, span);
        Some(ConstantHeader {
            name: literal(text(&self.name)?),
            value: literal(text(&self.value)?),
        })
    }
}

fn text_span(tokens: &TokenStream) -> Span {
    tokens.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span())
}

fn literal(tokens: &TokenStream) -> Option<LitStr> {
    syn::parse2(tokens.clone()).ok()
}

/// Returns `true` if the tokens are a path, a macro, or a name in capitals.
fn is_constant(tokens: &TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let is_path = tokens.windows(2).any(|pair| is_sign(&pair[0], ':') && is_sign(&pair[1], ':'));
    match &tokens[..] {
        [TokenTree::Ident(word)] => !word.to_string().contains(char::is_lowercase),
        [TokenTree::Ident(_), sign, ..] if is_sign(sign, '!') => true,
        _ => is_path,
    }
}

/// Returns the text that is meant by a literal, or by tokens without quotes such as `no-cache`.
pub(super) fn text(tokens: &TokenStream) -> Option<String> {
    match syn::parse2::<Lit>(tokens.clone()) {
        Ok(Lit::Str(text)) => Some(text.value()),
        Ok(Lit::ByteStr(text)) => String::from_utf8(text.value()).ok(),
        Ok(Lit::Char(text)) => Some(text.value().into()),
        _ => Some(tokens.to_string().replace(' ', "")).filter(|text| !text.is_empty()),
    }
}

/// Returns the tokens in a group that is the only token.
fn only_group(tokens: &TokenStream) -> Option<TokenStream> {
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) => Some(group.stream()),
        _ => None,
    }
}

fn is_sign(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(sign) if sign.as_char() == wanted)
}

/// Returns the headers in the value of an option, each as it is written.
fn pairs(found: &TokenStream) -> Vec<Pair> {
    // `header = ...` is a mistake of its own.
    let is_before = |token: &TokenTree| is_sign(token, '=') || is_sign(token, ':');
    let value: TokenStream = found.clone().into_iter().skip_while(is_before).collect();
    let value = only_group(&value).unwrap_or(value);
    let parts = parts(value.clone());
    let parts: Vec<TokenStream> =
        parts.into_iter().map(|part| only_group(&part).unwrap_or(part)).collect();
    // A comma separates headers, or the name from the value.
    let is_pair = |part: &TokenStream| !Pair::new(part.clone()).value.is_empty();
    match parts.iter().any(is_pair) {
        true => named_parts(parts.into_iter().map(Pair::new).collect(), value),
        false => Vec::from([Pair::new(value)]),
    }
}

/// Joins `name = "X-A", value = "1"` and `"X-A", value = "1"`, which are one header.
fn named_parts(pairs: Vec<Pair>, tokens: TokenStream) -> Vec<Pair> {
    let is_word = |tokens: &TokenStream, words: &[&str]| {
        words.contains(&tokens.to_string().to_ascii_lowercase().as_str())
    };
    let name = match &pairs[..] {
        [first, second] if is_word(&second.name, &["value"]) => match &first.value {
            value if is_word(&first.name, &["name", "key", "header"]) => value.clone(),
            value if value.is_empty() => first.name.clone(),
            _ => return pairs,
        },
        _ => return pairs,
    };
    let value = pairs.into_iter().next_back().map(|pair| pair.value).unwrap_or_default();
    Vec::from([Pair { tokens, name, sign: ",".to_owned(), value }])
}

/// Splits tokens at commas and semicolons, and between a string and the next one.
fn parts(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = Vec::from([TokenStream::new()]);
    let mut was_text = false;
    for token in tokens {
        let is_end =
            matches!(&token, TokenTree::Punct(sign) if matches!(sign.as_char(), ',' | ';'));
        let is_text = matches!(&token, TokenTree::Literal(_));
        if is_end || is_text && was_text {
            parts.push(TokenStream::new());
        }
        was_text = is_text;
        if let Some(last) = parts.last_mut().filter(|_| !is_end) {
            last.extend([token]);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Returns the options for these headers.
fn write_headers(pairs: &[Pair]) -> String {
    let write = |pair: &Pair| format!("header({:?} = {:?})", pair.name(), pair.value());
    match pairs {
        [] => write(&Pair::default()),
        pairs => pairs.iter().map(write).collect::<Vec<_>>().join(", "),
    }
}

/// Returns the options to write for constant headers in another form.
pub(super) fn headers_in(found: &TokenStream) -> Option<String> {
    let pairs = pairs(found);
    let is_known = !pairs.is_empty()
        && pairs.iter().all(|pair| pair.constant().is_none() && pair.header().is_some());
    is_known.then(|| write_headers(&pairs))
}

/// Returns the mistake in an API root: its spot, the message, and the text to write instead.
fn wrong_root(root: &str) -> Option<(std::ops::Range<usize>, &'static str, String)> {
    let write = |better: &str| format!("write `root = \"{better}\"`");
    if let Some((_, rest)) = root.split_once("://") {
        let path = rest.find('/').map_or("/", |at| &rest[at..]);
        let message = "an API root is a path; scheme and host are those of the client";
        return Some((0..root.len(), message, write(path)));
    }
    if !root.starts_with('/') {
        return Some((0..1, "an API root starts with `/`", write(&format!("/{root}"))));
    }
    if let Some(at) = root.find("//") {
        return Some((at..at + 2, "an API root has no empty segments", String::new()));
    }
    let is_dots = |segment: &str| matches!(segment, "." | "..");
    if root.split('/').any(is_dots) {
        return Some((0..root.len(), "an API root has no `.` and `..` segments", String::new()));
    }
    let colon = root.find("/:").map(|at| at + 1);
    let at = colon.or_else(|| root.find(|c| c != '/' && !is_path_char(c)))?;
    let end = at + root[at..].chars().next().map_or(1, char::len_utf8);
    let message = match &root[at..end] {
        "<" | "{" | ":" => "an API root has no parameters; put them in the path",
        "?" => "an API root has no query; put it after the path",
        _ => "invalid character in an API root",
    };
    Some((at..end, message, String::new()))
}
