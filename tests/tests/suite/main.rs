//! All tests that use the crates from outside, in one binary, because linking takes most of the time.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on should stop")]
#![allow(unreachable_pub, reason = "requests are declared as in a library")]

mod agent_runs;
mod apis;
mod blocking;
mod by_name;
mod calls;
mod clients;
mod command_line;
mod customers;
mod edits;
mod example;
mod export;
mod faults;
mod features;
mod introspection;
mod layout;
mod linked;
mod live;
mod oauth;
mod observe;
mod open_inputs;
mod openapi;
mod packages;
mod pagination;
mod path_values;
mod programs;
mod projects;
mod rate_limit;
mod recordings;
mod responses;
mod retries;
mod sandbox;
mod shapes;
mod soak;
mod streams;
mod testing;
mod tokens;
mod tower;
mod transports;
mod uploads;
mod v2;
mod values;
mod web_server;
mod webhook;
mod wire;
mod words;
mod work_items;
