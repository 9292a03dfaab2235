//! [`PLANE`]: the meaning of Plane's error messages.

use crate::error::Dialect;

/// The dialect of Plane's API v1, as its server sends it. Problems of v2 have a status and a code (`v2/problem.rs`);
/// only the code of the temporary conflict is listed here.
pub(crate) static PLANE: Dialect = Dialect {
    missing_route: &["Page not found."],
    invalid_credentials: &["Given API token is not valid"],
    // Plane maps exceptions to these messages even if it raised them after applying the change.
    late_rejections: &[
        "The payload is not valid",
        "Please provide valid detail",
        "The required key does not exist.",
    ],
    plan_required: &["upgrade", "plan"],
    passing_conflicts: &["governance_migration_in_progress"],
    existing_id: &["id", "asset_id"],
    // The value is always one minute from now.
    ignores_reset: true,
};
