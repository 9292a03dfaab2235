//! Pagination: lists page by page and item by item.

mod behind;
mod collect;
mod course;
mod fetcher;
mod items;
mod mend;
#[expect(clippy::module_inception, reason = "it holds `Pages`")]
mod pages;
mod pause;
mod ready;
mod seen;
mod spot;
mod stall;

pub use self::{
    collect::{Collect, Collected, Max},
    items::Items,
    pages::Pages,
};
