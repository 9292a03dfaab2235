//! Lists, page by page and item by item.

mod behind;
mod items;
#[expect(clippy::module_inception, reason = "it holds `Pages`")]
mod pages;
mod seen;
mod walk;

pub use self::{items::Items, pages::Pages};
