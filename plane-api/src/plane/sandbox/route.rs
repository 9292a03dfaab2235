//! Routing: finds the resource of a path.

use super::{resource::Action, resource::Resource};

/// Resource and object that a path identifies.
#[derive(Debug)]
pub(super) struct Target {
    /// Index of the resource in the table, and of its objects in the stores.
    pub(super) index: usize,
    pub(super) resource: &'static Resource,
    pub(super) workspace: String,
    /// Ids of the parents, by the name of the field that contains each.
    pub(super) parents: Vec<(&'static str, String)>,
    /// `None` for the list.
    pub(super) id: Option<String>,
}

impl Target {
    pub(super) fn actions(&self) -> &'static [Action] {
        if self.id.is_some() { self.resource.object } else { self.resource.collection }
    }

    /// Returns the value of the `Allow` header.
    pub(super) fn allow(&self) -> String {
        if let Some((collection, object)) = self.resource.allow {
            return String::from(if self.id.is_some() { object } else { collection });
        }
        let methods: Vec<_> = self.actions().iter().map(|action| action.method()).collect();
        methods.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// Finds the route of a decoded path. A route includes the trailing slash.
pub(super) fn find(table: &'static [Resource], path: &str) -> Option<Target> {
    let path = path.strip_prefix('/')?.strip_suffix('/')?;
    let segments: Vec<&str> = path.split('/').collect();
    table.iter().enumerate().find_map(|(index, resource)| fit(index, resource, &segments))
}

fn fit(index: usize, resource: &'static Resource, segments: &[&str]) -> Option<Target> {
    let template: Vec<&'static str> = resource.path.trim_matches('/').split('/').collect();
    let (prefix, rest) = segments.split_at_checked(template.len())?;
    let id = match rest {
        [] => None,
        [id] if is_uuid(id) && !resource.object.is_empty() => Some(String::from(*id)),
        _ => return None,
    };
    let mut target = Target { index, resource, workspace: String::new(), parents: Vec::new(), id };
    for (expected, segment) in template.iter().zip(prefix) {
        match expected.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some("workspace") if !segment.is_empty() => target.workspace = String::from(*segment),
            Some(name) if is_uuid(segment) => target.parents.push((name, String::from(*segment))),
            None if expected == segment => {}
            _ => return None,
        }
    }
    Some(target)
}

/// Returns `true` if Plane's routes accept the segment as a UUID: with hyphens and in lower case only.
fn is_uuid(segment: &str) -> bool {
    segment.len() == 36
        && segment.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATES: &[Resource] = &[Resource {
        noun: "State",
        path: "/api/v1/workspaces/{workspace}/projects/{project}/states/",
        collection: &[Action::List],
        object: &[Action::Get, Action::Update],
        ..Resource::PLAIN
    }];
    const ID: &str = "0123abcd-0000-4000-8000-000000000001";

    #[test]
    fn parents_are_read_from_the_path() {
        let target =
            find(STATES, &format!("/api/v1/workspaces/acme/projects/{ID}/states/")).unwrap();
        assert_eq!(target.workspace, "acme");
        assert_eq!(target.parents, [("project", String::from(ID))]);
        assert_eq!((target.id.as_deref(), target.allow().as_str()), (None, "GET"));
    }

    #[test]
    fn objects_live_below_their_collection() {
        let path = format!("/api/v1/workspaces/acme/projects/{ID}/states/{ID}/");
        let target = find(STATES, &path).unwrap();
        assert_eq!((target.id.as_deref(), target.allow().as_str()), (Some(ID), "GET, PATCH"));
    }

    #[test]
    fn anything_else_is_no_route() {
        let parent = format!("/api/v1/workspaces/acme/projects/{ID}");
        for path in [
            "/",
            "//",
            "",
            &parent,
            &format!("{parent}/"),
            &format!("{parent}/states"),
            &format!("{parent}/states//"),
            &format!("{parent}/states/{ID}/x/"),
            &format!("{parent}/states/{}/", ID.to_uppercase()),
            &format!("{parent}/states/{}/", ID.replace('-', "")),
            &format!("/api/v1/workspaces//projects/{ID}/states/"),
            "/api/v1/workspaces/acme/projects/p1/states/",
        ] {
            assert!(find(STATES, path).is_none(), "{path}");
        }
    }
}
