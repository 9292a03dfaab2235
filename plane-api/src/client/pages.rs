//! Pagination: lists page by page and item by item.

mod behind;
mod course;
mod fetcher;
mod items;
mod max;
mod mend;
#[expect(clippy::module_inception, reason = "it holds `Pages`")]
mod pages;
mod pause;
mod ready;
mod seen;
mod spot;
mod stall;

pub use self::{items::Items, max::Max, pages::Pages};
