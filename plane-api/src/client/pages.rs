//! Pagination: lists page by page and item by item.

mod behind;
mod course;
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
mod walk;

pub use self::{items::Items, max::Max, pages::Pages};
