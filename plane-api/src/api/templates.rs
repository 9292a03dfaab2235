//! ~ Templates.

pub mod pages;
pub mod projects;
pub mod work_items;
