//! [`Dialect`]: what the messages of a server mean, where its API has conventions of its own.

use http::StatusCode;

use super::problem::Problem;

/// The messages by which one API says what others say by a status.
#[derive(Debug)]
pub(crate) struct Dialect {
    /// What a 404 says if the server has no such route.
    pub(crate) missing_route: &'static [&'static str],
    /// What a 403 says if the credentials are not valid.
    pub(crate) invalid_credentials: &'static [&'static str],
    /// What a 400 says that was raised after the server had acted.
    pub(crate) late_rejections: &'static [&'static str],
    /// Words that a 400 holds, in whatever case, if the plan does not include what was requested.
    pub(crate) plan_required: &'static [&'static str],
    /// Members of an error body that hold the id of an existing object.
    pub(crate) existing_id: &'static [&'static str],
    /// Whether `X-RateLimit-Reset` says nothing: it is the same time from now in every response.
    pub(crate) ignores_reset: bool,
}

impl Dialect {
    /// An API without such conventions.
    pub(crate) const STANDARD: Self = Self {
        missing_route: &[],
        invalid_credentials: &[],
        late_rejections: &[],
        plan_required: &[],
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
        }
    }
}

/// What a rejection means.
#[derive(Debug, Clone, Default)]
pub(super) struct Meaning {
    pub(super) is_route_missing: bool,
    pub(super) is_unauthorized: bool,
    pub(super) is_plan_required: bool,
}
