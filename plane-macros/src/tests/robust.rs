//! No input makes the macros panic: declarations with random words removed, added and replaced.

use std::panic;

use proc_macro2::TokenStream;
use quote::quote;

use crate::{expansion, open_enum};

const HEADS: [&str; 3] = [
    r#"POST , "/a/<id>/" -> Thing , header("X-A" = "b") , root = "/x" , retry = idempotent"#,
    r#"GET , "/ä/{id}" -> Vec < Thing > , auth = none , decode = a :: b , json , crate = x :: y"#,
    r#"( StatusCode , Json < T > ) -> dyn Cow < str > thing : dict [ a , b ] Union [ A , None ] version = "é" header ( É_A = "é" ) Accept "text/csv" xml data = "<é>" HashMap < String , X"#,
];

const FIELDS: [&str; 1] = [
    r##"# [ query ( comma ) ] pub name : Option < Vec < String > > = None , # [ header "X" ] # [ é , b ] pub "é" : T [ ] , pub x : str | None , [ ] T , a : plane_api :: , b : , c -> X , enum { } , impl AsRef < str > , Box < dyn serde :: Serialize > , # [ page ( number ) ] # [ serde ( rename = "é" ) ] pub r#type : Patch < Option < u8 > > , & 'a str , Cow < str > , Some < u8 >"##,
];

const ENUMS: [&str; 1] = [
    r##"# [ derive ( Debug , Copy ) ] # [ serde ( rename_all = "kebab-case" ) ] pub enum State < T > { # [ serde ( rename = "é" ) ] Paid = "paid" , Open , => "é" ; Other ( String ) , Ébc = b"x" , 'x' 1 - "日 本" = Y , r#Type = r"a" } struct X { a : b }"##,
];

/// Xorshift, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % end
    }

    /// Returns one of the texts with up to six words changed, and with balanced brackets.
    fn changed(&mut self, texts: &[&str]) -> String {
        let all: Vec<&str> = texts.iter().flat_map(|text| text.split(' ')).collect();
        let mut words: Vec<&str> = texts[self.below(texts.len())].split(' ').collect();
        for _ in 0..=self.below(6) {
            let at = self.below(words.len());
            let other = all[self.below(all.len())];
            match self.below(4) {
                0 if words.len() > 1 => drop(words.remove(at)),
                1 => words.insert(at, other),
                2 => words.truncate(at.max(1)),
                _ => words[at] = other,
            }
        }
        let mut text = words.join(" ");
        for (open, close) in [('(', ')'), ('[', ']'), ('{', '}')] {
            let count = |text: &str, sign| text.matches(sign).count();
            while count(&text, open) > count(&text, close) {
                text.push(close);
            }
            while count(&text, open) < count(&text, close) {
                text.insert(0, open);
            }
        }
        text
    }
}

#[test]
fn no_input_panics() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut tried = 0;
    let mut check = |texts: &[&str], expand: &dyn Fn(Vec<TokenStream>) -> TokenStream| {
        let parsed: Result<Vec<TokenStream>, _> = texts.iter().map(|text| text.parse()).collect();
        let Ok(tokens) = parsed else { return };
        let expanded = panic::catch_unwind(panic::AssertUnwindSafe(|| expand(tokens).to_string()));
        assert!(expanded.is_ok(), "{texts:?}");
        tried += 1;
    };
    check(&[r#"GET, "/a" -> Vec<> Thing>"#, "struct S {}"], &|tokens| {
        expansion(tokens[0].clone(), tokens[1].clone())
    });
    for _ in 0..4_000 {
        let (head, fields) = (random.changed(&HEADS), random.changed(&FIELDS));
        let item = format!("pub struct S {{ {fields} }}");
        check(&[&head, &item], &|tokens| expansion(tokens[0].clone(), tokens[1].clone()));
        check(&[&random.changed(&ENUMS)], &|tokens| {
            let tokens = &tokens[0];
            open_enum::expansion(quote!([plane_api] #tokens))
        });
    }
    assert!(tried > 4_000, "only {tried} inputs were tokens");
}
