//! A value of every type that a field can have: a sample, or a value from the data.

use std::collections::BTreeMap;

use plane_api::{Cursor, Id, Patch, Value, v1::workflows::transition_hooks::HookConfig};
use serde_json::{Map, json};

/// A type that a field can have.
pub(crate) trait Known: Sized {
    /// Returns a sample value.
    fn sample() -> Self;

    /// Returns the value with this JSON form, if the type can represent it.
    fn given(value: &Value) -> Option<Self>;

    /// Returns the value as JSON, unless it is unset.
    fn value(&self) -> Option<Value>;

    /// Returns `true` if this string or number is a value of the enum; `None` if it is not an enum.
    fn is_known(_: &Value) -> Option<bool> {
        None
    }
}

/// The fields of a body that were not taken yet.
pub(crate) struct Given {
    whole: Value,
    rest: Map<String, Value>,
}

impl Given {
    pub(crate) fn new(value: &Value) -> Option<Self> {
        let rest = match value {
            Value::Object(fields) => fields.clone(),
            Value::Array(_) => Map::new(),
            _ => return None,
        };
        Some(Self { whole: value.clone(), rest })
    }

    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        self.rest.remove(name)
    }

    pub(crate) fn whole(&self) -> Value {
        self.whole.clone()
    }

    pub(crate) fn is_used_up(&self) -> bool {
        self.rest.is_empty()
    }
}

macro_rules! scalars {
    ($($ty:ty = $sample:expr;)*) => {$(
        impl Known for $ty {
            fn sample() -> Self {
                $sample
            }

            fn value(&self) -> Option<Value> {
                serde_json::to_value(self).ok()
            }

            fn given(value: &Value) -> Option<Self> {
                serde_json::from_value(value.clone()).ok()
            }
        }
    )*};
}

scalars! {
    String = "x".to_owned();
    bool = true;
    u32 = 1;
    u64 = 1;
    i64 = 1;
    f64 = 1.5;
    Value = json!({"k": "v"});
    HookConfig = json!({"url": "https://acme.example"}).into();
    Cursor = Cursor::from("100:0:0");
    jiff::Timestamp = jiff::Timestamp::UNIX_EPOCH;
    jiff::civil::Date = jiff::civil::Date::constant(2026, 2, 1);
    uuid::Uuid = uuid::Uuid::nil();
}

impl<T> Known for Id<T> {
    fn sample() -> Self {
        "6ba7b810-9dad-11d1-80b4-00c04fd430c8".into()
    }

    fn value(&self) -> Option<Value> {
        Some(self.to_string().into())
    }

    fn given(value: &Value) -> Option<Self> {
        value.as_str().map(Into::into)
    }
}

impl<T: Known> Known for Option<T> {
    fn sample() -> Self {
        Some(T::sample())
    }

    fn value(&self) -> Option<Value> {
        self.as_ref()?.value()
    }

    fn given(value: &Value) -> Option<Self> {
        T::given(value).map(Some)
    }

    fn is_known(word: &Value) -> Option<bool> {
        T::is_known(word)
    }
}

impl<T: Known> Known for Patch<T> {
    fn sample() -> Self {
        Self::Set(T::sample())
    }

    fn value(&self) -> Option<Value> {
        self.as_set()?.value()
    }

    fn given(value: &Value) -> Option<Self> {
        if value.is_null() { Some(Self::Clear) } else { T::given(value).map(Self::Set) }
    }

    fn is_known(word: &Value) -> Option<bool> {
        T::is_known(word)
    }
}

impl<T: Known> Known for Vec<T> {
    fn sample() -> Self {
        vec![T::sample()]
    }

    fn value(&self) -> Option<Value> {
        self.iter().map(T::value).collect()
    }

    fn given(value: &Value) -> Option<Self> {
        value.as_array()?.iter().map(T::given).collect()
    }

    fn is_known(word: &Value) -> Option<bool> {
        T::is_known(word)
    }
}

impl<K: From<String> + Ord + ToString, T: Known> Known for BTreeMap<K, T> {
    fn sample() -> Self {
        Self::from([("k".to_owned().into(), T::sample())])
    }

    fn value(&self) -> Option<Value> {
        let entries = self.iter().map(|(key, value)| Some((key.to_string(), value.value()?)));
        entries.collect::<Option<Map<_, _>>>().map(Value::Object)
    }

    fn given(value: &Value) -> Option<Self> {
        let entries = value.as_object()?.iter();
        entries.map(|(key, value)| Some((key.clone().into(), T::given(value)?))).collect()
    }
}

macro_rules! words {
    ($ty:ident, $word:expr) => {
        impl Known for $ty {
            fn sample() -> Self {
                Self::from($word)
            }

            fn value(&self) -> Option<Value> {
                serde_json::to_value(self).ok()
            }

            fn given(value: &Value) -> Option<Self> {
                serde_json::from_value(value.clone()).ok()
            }

            fn is_known(word: &Value) -> Option<bool> {
                let value: Self = serde_json::from_value(word.clone()).ok()?;
                Some(!format!("{value:?}").starts_with("Other("))
            }
        }
    };
}

/// A value of several types, one of which is a string, a date or any JSON.
macro_rules! union {
    ($ty:ident) => {
        impl Known for $ty {
            fn sample() -> Self {
                ["x", "2026-02-01"].iter().find_map(|&text| Self::given(&text.into())).unwrap()
            }

            fn value(&self) -> Option<Value> {
                serde_json::to_value(self).ok()
            }

            fn given(value: &Value) -> Option<Self> {
                serde_json::from_value(value.clone()).ok()
            }
        }
    };
}

pub(crate) use {union, words};
