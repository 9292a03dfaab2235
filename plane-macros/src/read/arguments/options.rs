//! The options after the path.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    LitStr, Path, Token, Type, TypePath,
    ext::IdentExt,
    parse::{Parse, discouraged::Speculative},
    parse_quote,
};

use crate::{
    error::{Errors, nearest},
    model::{Media, Method},
    read::{
        arguments::{
            Options, Reader, ResponseType, Unmarked,
            advice::{
                about_format, advice, implied, is_body, is_pagination, location_in, media_type,
                own_words,
            },
            is_end,
            names::{
                NAMES, OPTIONS, in_snake_case, intended_option, option_after_signs, option_in,
                starts_option,
            },
            other_types::{intended, is_response, is_response_name},
            up_to_arrow, up_to_comma,
            values::is_off,
        },
        types::source,
    },
    tokens::mentions,
};

impl Reader<'_, '_> {
    /// Reads the options up to the end.
    pub(super) fn options(&mut self, options: &mut Options) {
        let mut seen: Vec<Ident> = Vec::new();
        while !self.input.is_empty() {
            if self.input.peek(Token![->]) || self.input.peek(Token![=>]) {
                let found = up_to_comma(self.input);
                self.late_response(found.clone(), intended(found), options);
                continue;
            }
            let is_comma = self.input.parse::<Token![,]>().is_ok();
            if !is_comma && !self.no_comma() {
                continue;
            }
            if self.input.is_empty() {
                return;
            }
            if self.input.peek(Token![,]) {
                self.errors.span(self.input.span(), "two commas in a row; remove one");
                // An option may be missing there.
                (options.is_guess, options.is_unclear) = (true, true);
                continue;
            }
            let Ok(name) = self.input.call(Ident::parse_any) else {
                self.no_option(options);
                continue;
            };
            if self.input.peek(Ident::peek_any) {
                self.repeated(&name);
            }
            if !is_comma {
                // One mistake is enough.
                self.guess(&name.to_string(), &name, options);
                if !self.has_response {
                    self.arrow_after_unknown(options);
                }
                continue;
            }
            let before = self.errors.count();
            self.option(&name, options);
            if self.errors.count() == before && seen.contains(&name) && name != "header" {
                self.errors.at(&name, format!("the option `{name}` is repeated; remove one"));
                options.is_guess = true;
            }
            seen.push(name);
        }
    }

    /// Reports and consumes the name of an option if it comes next again, without a comma.
    fn repeated(&mut self, name: &Ident) {
        let ahead = self.input.fork();
        if let Some(again) = ahead.call(Ident::parse_any).ok().filter(|again| again == name) {
            self.errors.at(&again, format!("`{name}` is written twice; remove one"));
            self.input.advance_to(&ahead);
        }
    }

    /// Reports the tokens in place of a comma, and returns whether an option follows.
    fn no_comma(&mut self) -> bool {
        let (input, mut signs) = (self.input, TokenStream::new());
        let has_signs = option_after_signs(input) || input.peek(Token![;]);
        while has_signs
            && !input.peek(Token![,])
            && matches!(input.fork().parse(), Ok(TokenTree::Punct(_)))
        {
            signs.extend(input.parse::<TokenTree>());
        }
        let rest = source(&Type::Verbatim(up_to_comma(&input.fork())));
        let is_end = input.is_empty() || input.peek(Token![,]);
        let (found, message) = match (signs.is_empty(), is_end) {
            (false, true) => (signs, "unexpected `;`; remove it".to_owned()),
            (false, false) => {
                let message =
                    format!("options are separated by commas; write `,` instead of `{signs}`");
                (signs, message)
            }
            (true, _) if starts_option(input) => {
                let ahead = input.fork();
                let mut option = TokenStream::from_iter(ahead.parse::<TokenTree>());
                option.extend(up_to_arrow(&ahead));
                let option = source(&Type::Verbatim(option));
                let response = source(&Type::Verbatim(up_to_comma(&ahead)));
                let message = if response.starts_with("->") && !self.has_response {
                    format!("the response follows the path; write `{response}, {option}`")
                } else {
                    format!("missing comma before an option; write `, {rest}`")
                };
                (up_to_comma(&input.fork()), message)
            }
            (true, _) => {
                let message = format!("unexpected `{rest}`; options are separated by commas");
                self.errors.at(up_to_comma(input), message);
                return false;
            }
        };
        self.errors.at(found, message);
        !is_end
    }

    /// Reports an argument that does not start with a name: a quoted option, a response, or something else.
    fn no_option(&mut self, options: &mut Options) {
        if self.media_type(None, options) {
            return;
        }
        let found = up_to_comma(self.input);
        let is_literal = syn::parse2::<LitStr>(found.clone()).is_ok();
        let meant = option_in(found.clone());
        if let Some(name) = meant {
            let how = if is_literal { "without quotes" } else { "by its name alone" };
            self.errors.at(&found, format!("an option is written {how}; write `{name}`"));
            return self.guess(&name.to_string(), &name, options);
        }
        // A value without its option is no response.
        let is_value = |ty: &Type| {
            found.to_string().starts_with('=') && source(ty).starts_with(char::is_lowercase)
        };
        let is_type = |ty: &Type| !is_literal || source(ty).starts_with(char::is_uppercase);
        match intended(found.clone()).filter(|ty| is_type(ty) && !is_value(ty)) {
            Some(ty) => self.late_response(found, Some(ty), options),
            None => self.errors.at(found, format!("expected an option; {OPTIONS}")),
        }
    }

    fn option(&mut self, name: &Ident, options: &mut Options) {
        if name != "header" && self.media_type(Some(name), options) {
            return;
        }
        if name == "json"
            && let Some((found, ty)) = self.response_by_name("json", name)
        {
            return self.late_response(found, ty, options);
        }
        match name.to_string().as_str() {
            // Without a body, its value does not matter.
            "json" | "form" | "multipart"
                if matches!(self.method, Some(Method::Get | Method::Head)) =>
            {
                up_to_arrow(self.input);
                self.unmarked(Unmarked::Body(Media::Json), name, options);
            }
            "json" if self.input.peek(Token![=]) && self.may_be_optional() => {
                options.optional_body = self.choice(name, &["optional"]).is_some();
                options.is_guess |= !options.optional_body;
                self.unmarked(Unmarked::Body(Media::Json), name, options);
            }
            option @ ("json" | "form" | "multipart" | "query") => {
                let value = up_to_arrow(&self.input.fork());
                let is_style =
                    || mentions(value.clone(), &|word| word == "comma" || word == "brackets");
                if !self.flag(name) && (is_off(&value) || option == "query" && is_style()) {
                    // It is meant for a field, not for all of them, or for none.
                    (options.is_guess, options.is_unclear) = (true, true);
                    return;
                }
                let unmarked = match option {
                    "json" => Unmarked::Body(Media::Json),
                    "form" => Unmarked::Body(Media::Form),
                    "multipart" => Unmarked::Body(Media::Multipart),
                    _ => Unmarked::Query,
                };
                self.unmarked(unmarked, name, options);
            }
            "brackets" => options.brackets = self.flag(name).then(|| name.clone()),
            "auth" => options.without_auth = self.choice(name, &["none"]).is_some(),
            "retry" => options.retry = self.retry(name),
            "root" => {
                let written = self.input.fork();
                let root = self.root(name);
                options.has_root_parameters =
                    root.is_none() && up_to_arrow(&written).to_string().contains(['<', '{']);
                // An invalid root still counts: the path is not relative to the client's.
                options.root = root.or_else(|| Some(LitStr::new("", name.span())));
            }
            "header" => options.headers.extend(self.constant_headers(name)),
            "decode" => {
                let function = self.path_of(name, TypePath::parse, "path::to::function");
                // An invalid function still counts: the response is not decoded by its type.
                options.decode = function.or_else(|| Some(parse_quote!(#name)));
            }
            "crate" => options.krate = self.path_of(name, Path::parse_mod_style, "some::path"),
            other => self.unknown_option(other, name, options),
        }
    }

    /// Reports a media type, and reads the option that it means. Returns `false` if there is none.
    fn media_type(&mut self, name: Option<&Ident>, options: &mut Options) -> bool {
        let (ahead, mut found) = (self.input.fork(), name.to_token_stream());
        while !is_end(&ahead) && !ahead.peek(Token![=]) {
            found.extend(ahead.parse::<TokenTree>());
        }
        let Some(meant) = media_type(&found).filter(|_| is_end(&ahead)) else { return false };
        while !is_end(self.input) && self.input.parse::<TokenTree>().is_ok() {}
        let text = found.to_string().replace(" - ", "-").replace(" / ", "/");
        let text = text.trim_matches('"');
        self.errors.at(&found, format!("`{text}` is not an option; write `{meant}`"));
        let name = name.cloned().unwrap_or_else(|| Ident::new(meant, self.input.span()));
        self.guess(meant, &name, options);
        self.arrow_after_unknown(options);
        true
    }

    /// Consumes an arrow after an unknown option, which is a part of this mistake.
    fn arrow_after_unknown(&self, options: &mut Options) {
        if self.input.peek(Token![->]) {
            let ty = intended(up_to_comma(self.input));
            options.late_response =
                ty.map_or(ResponseType::Unknown, |ty| ResponseType::Type(Box::new(ty)));
        }
    }

    /// Returns `true` unless the value is another word than `optional`.
    fn may_be_optional(&self) -> bool {
        let value = up_to_arrow(&self.input.fork()).to_string().to_ascii_lowercase();
        let word = value.trim_matches(['"', '(', ')', '=', ' ']);
        word.is_empty() || word.contains("optional") || nearest(word, ["optional"]).is_some()
    }

    /// Reports an unknown option. A misspelt option is treated as the intended one, so that the missing option is not
    /// reported as well.
    fn unknown_option(&mut self, written: &str, name: &Ident, options: &mut Options) {
        let (option, lower) = (&*in_snake_case(written), written.to_ascii_lowercase());
        if let Some(known) = NAMES.iter().find(|known| **known == lower && written != lower)
            && !self.input.peek(Token![<])
        {
            self.errors.at(name, format!("an option is written in lower case; write `{known}`"));
            return self.guess(known, name, options);
        }
        if let Some((found, ty)) = self.response_by_name(option, name) {
            return self.late_response(found, ty, options);
        }
        let near = intended_option(option).filter(|_| advice(option).is_none());
        let ahead = self.input.fork();
        let value = up_to_arrow(&ahead);
        let located = location_in(&value).filter(|_| own_words(option, &value).is_none());
        let meant = located.or_else(|| implied(option)).or(near);
        let message = format!("unknown option `{written}`; {OPTIONS}");
        match (self.instead_of(option, &value), near) {
            (Some(advice), None) if is_pagination(option) && options.paginated.is_none() => {
                options.paginated = Some((name.clone(), message, advice));
            }
            (Some(advice), _) => self.errors.at(name, format!("{message}\nhelp: {advice}")),
            (None, Some(near)) => {
                self.errors.at(name, format!("{message}\nhelp: did you mean `{near}`?"));
            }
            (None, None) => self.errors.at(name, message),
        }
        match meant {
            Some(meant) => self.guess(meant, name, options),
            // It may say where unmarked fields are sent.
            None => (options.is_guess, options.is_unclear) = (true, true),
        }
        while !is_end(self.input) && self.input.parse::<TokenTree>().is_ok() {}
        self.arrow_after_unknown(options);
    }

    /// Returns the advice about an unknown option with this value.
    fn instead_of(&self, option: &str, value: &TokenStream) -> Option<String> {
        let has_body = matches!(self.method, Some(Method::Post | Method::Put | Method::Patch));
        if let Some(advice) = about_format(option, value).filter(|_| has_body) {
            return Some(advice);
        }
        if self.written.contains(&format!("<{option}>")) {
            return Some(format!("declare it as a field, such as `pub {option}: String`"));
        }
        if let Some(words) = own_words(option, value) {
            return Some(words);
        }
        let located = location_in(value);
        let is_body = is_body(option) || located.is_some_and(|location| location != "query");
        match self.method {
            Some(method @ (Method::Get | Method::Head)) if is_body => {
                Some(format!("`{}` has no body; remove it", method.name()))
            }
            _ => located
                .map(|location| format!("write `{location}`"))
                .or_else(|| advice(option).map(str::to_owned)),
        }
    }

    /// Consumes a response in place of an option, `returns(T)` or a type, and returns its tokens and its type.
    fn response_by_name(&self, option: &str, name: &Ident) -> Option<(TokenStream, Option<Type>)> {
        let input = self.input;
        let value = up_to_comma(&input.fork());
        let is_sign = input.peek(Token![=]) || input.peek(Token![:]) && !input.peek(Token![::]);
        let has_value =
            is_sign || matches!(value.clone().into_iter().next(), Some(TokenTree::Group(_)));
        let found = quote!(#name #value);
        // A half-typed `retry` has no value.
        let is_named = is_response_name(option) && (has_value || option != "ret");
        let ty = if has_value && is_response(name) || is_named {
            let ty = intended(value);
            // A `body` may be that of the request, and its value is no type.
            let is_type =
                |ty: &Type| source(ty).starts_with(|c: char| c.is_uppercase() || c == '(');
            let is_meant = || !self.has_response && ty.as_ref().is_some_and(is_type);
            if !is_response_name(&option.to_ascii_lowercase()) && !is_meant() {
                return None;
            }
            ty
        } else if option.starts_with(char::is_uppercase) || input.peek(Token![::]) {
            intended(found.clone())
        } else {
            return None;
        };
        up_to_comma(input);
        Some((found, ty))
    }

    /// Reads the intended option, without further reports.
    fn guess(&self, meant: &str, name: &Ident, options: &mut Options) {
        let mut ignored = Errors::default();
        Reader::new(self.input, &mut ignored).option(&Ident::new(meant, name.span()), options);
        options.is_guess = true;
    }

    /// Reports a response in place of an option, and keeps its type.
    fn late_response(&mut self, found: TokenStream, ty: Option<Type>, options: &mut Options) {
        let is_second = self.has_response || !matches!(options.late_response, ResponseType::None);
        let message = if is_second {
            let remove = source(&Type::Verbatim(found.clone()));
            format!("an endpoint has one response type; remove `{remove}`")
        } else {
            let write = self.write_response(ty.as_ref());
            format!("the response follows the path; {write}")
        };
        self.errors.at(found, message);
        if !is_second {
            let ty = ty.map_or(ResponseType::Unknown, |ty| ResponseType::Type(Box::new(ty)));
            options.late_response = ty;
        }
    }

    fn unmarked(&mut self, unmarked: Unmarked, name: &Ident, options: &mut Options) {
        match &options.unmarked {
            Some(_) if options.is_unclear => {}
            Some((other, before)) if *other != unmarked && before != name => {
                let message = format!(
                    "`{before}` and `{name}` both set the location of unmarked fields; keep one of them"
                );
                self.errors.at(name, message);
                (options.is_guess, options.is_unclear) = (true, true);
            }
            Some(_) => {}
            None => options.unmarked = Some((unmarked, name.clone())),
        }
    }
}
