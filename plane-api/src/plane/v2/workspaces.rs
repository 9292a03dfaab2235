//! What belongs to a workspace, of what else belongs to projects.

pub mod work_items;
