//! [`PLANE`]: what Plane's messages mean.

use crate::error::Dialect;

/// The dialect of Plane's APIs, as its server responds. All of it is v1's: the problems of v2 say by their statuses and
/// codes what they mean (`v2/problem.rs`).
pub(crate) static PLANE: Dialect = Dialect {
    missing_route: &["Page not found."],
    invalid_credentials: &["Given API token is not valid"],
    // Plane maps exceptions that it raises after it has acted to these.
    late_rejections: &[
        "The payload is not valid",
        "Please provide valid detail",
        "The required key does not exist.",
    ],
    plan_required: &["upgrade", "plan"],
    existing_id: &["id", "asset_id"],
    // It is always a minute from now.
    ignores_reset: true,
};
