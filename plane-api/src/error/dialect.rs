//! [`Dialect`]: the conventions of one API's error messages.

use http::StatusCode;

use super::problem::Problem;

/// Messages of one API with meanings for which other APIs use a status.
#[derive(Debug)]
pub(crate) struct Dialect {
    /// Messages of a 404 that mean that the server has no such route.
    pub(crate) missing_route: &'static [&'static str],
    /// Messages of a 403 that mean that the credentials are invalid.
    pub(crate) invalid_credentials: &'static [&'static str],
    /// Messages of a 400 that the server raises after it has acted.
    pub(crate) late_rejections: &'static [&'static str],
    /// Substrings of a 400, in any case, that mean that the plan does not include the feature.
    pub(crate) plan_required: &'static [&'static str],
    /// Codes of a temporary 409 that the server sends before it acts.
    pub(crate) passing_conflicts: &'static [&'static str],
    /// Members of an error body that contain the id of an existing object.
    pub(crate) existing_id: &'static [&'static str],
    /// `true` if `X-RateLimit-Reset` is useless because every response names the same time from now.
    pub(crate) ignores_reset: bool,
}

impl Dialect {
    /// An API without such conventions.
    pub(crate) const STANDARD: Self = Self {
        missing_route: &[],
        invalid_credentials: &[],
        late_rejections: &[],
        plan_required: &[],
        passing_conflicts: &[],
        existing_id: &[],
        ignores_reset: false,
    };

    pub(super) fn meaning(&self, status: StatusCode, problem: &Problem) -> Meaning {
        let detail = problem.detail.as_deref();
        let says = |messages: &[&str]| detail.is_some_and(|detail| messages.contains(&detail));
        let is_plan_required = || {
            let detail = detail.unwrap_or_default().to_ascii_lowercase();
            let words = self.plan_required;
            !words.is_empty() && words.iter().all(|word| detail.contains(word))
        };
        Meaning {
            is_route_missing: status == StatusCode::METHOD_NOT_ALLOWED
                || status == StatusCode::NOT_FOUND && (problem.is_html || says(self.missing_route)),
            is_unauthorized: status == StatusCode::UNAUTHORIZED
                || status == StatusCode::FORBIDDEN && says(self.invalid_credentials),
            is_plan_required: status == StatusCode::PAYMENT_REQUIRED
                || status == StatusCode::BAD_REQUEST && is_plan_required(),
            passes: status == StatusCode::CONFLICT
                && problem.code.as_deref().is_some_and(|it| self.passing_conflicts.contains(&it)),
        }
    }
}

/// The meaning of a rejection.
#[derive(Debug, Clone, Default)]
pub(super) struct Meaning {
    pub(super) is_route_missing: bool,
    pub(super) is_unauthorized: bool,
    pub(super) is_plan_required: bool,
    /// The server has done nothing, and will accept the request later.
    pub(super) passes: bool,
}
