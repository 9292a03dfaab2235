//! Responses that are streams of items: [`Events`] and [`Lines`].

mod events;
mod lines;
mod reader;

pub use self::{
    events::{Event, Events},
    lines::Lines,
};
