//! Scopes: the permissions of an app.

use crate::endpoint::open_enum::open_enum;

open_enum! {
    /// A permission that an app requests. The variants are the scopes that Plane documents.
    ///
    /// Other scopes can be requested too, such as the older, broader `read` and `write`: `Scope::from("write")`.
    ///
    /// ```
    /// use plane_api::oauth::Scope;
    ///
    /// assert_eq!(Scope::CustomersWrite.as_str(), "customers:write");
    /// assert_eq!(Scope::from("customers:write"), Scope::CustomersWrite);
    /// assert_eq!(Scope::from("write").as_str(), "write");
    /// ```
    pub enum Scope {
        /// Read projects.
        ProjectsRead = "projects:read",
        /// Write projects.
        ProjectsWrite = "projects:write",
        /// Read project features.
        ProjectsFeaturesRead = "projects.features:read",
        /// Write project features.
        ProjectsFeaturesWrite = "projects.features:write",
        /// Read project members.
        ProjectsMembersRead = "projects.members:read",
        /// Write project members.
        ProjectsMembersWrite = "projects.members:write",
        /// Read states.
        ProjectsStatesRead = "projects.states:read",
        /// Write states.
        ProjectsStatesWrite = "projects.states:write",
        /// Read project labels.
        ProjectsLabelsRead = "projects.labels:read",
        /// Write project labels.
        ProjectsLabelsWrite = "projects.labels:write",
        /// Read intakes.
        ProjectsIntakesRead = "projects.intakes:read",
        /// Write intakes.
        ProjectsIntakesWrite = "projects.intakes:write",
        /// Read epics.
        ProjectsEpicsRead = "projects.epics:read",
        /// Write epics.
        ProjectsEpicsWrite = "projects.epics:write",
        /// Read cycles.
        ProjectsCyclesRead = "projects.cycles:read",
        /// Write cycles.
        ProjectsCyclesWrite = "projects.cycles:write",
        /// Read project pages.
        ProjectsPagesRead = "projects.pages:read",
        /// Write project pages.
        ProjectsPagesWrite = "projects.pages:write",
        /// Read modules.
        ProjectsModulesRead = "projects.modules:read",
        /// Write modules.
        ProjectsModulesWrite = "projects.modules:write",
        /// Read work items.
        ProjectsWorkItemsRead = "projects.work_items:read",
        /// Write work items.
        ProjectsWorkItemsWrite = "projects.work_items:write",
        /// Read work item comments.
        ProjectsWorkItemsCommentsRead = "projects.work_items.comments:read",
        /// Write work item comments.
        ProjectsWorkItemsCommentsWrite = "projects.work_items.comments:write",
        /// Read work item attachments.
        ProjectsWorkItemsAttachmentsRead = "projects.work_items.attachments:read",
        /// Write work item attachments.
        ProjectsWorkItemsAttachmentsWrite = "projects.work_items.attachments:write",
        /// Read work item links.
        ProjectsWorkItemsLinksRead = "projects.work_items.links:read",
        /// Write work item links.
        ProjectsWorkItemsLinksWrite = "projects.work_items.links:write",
        /// Read work item relations.
        ProjectsWorkItemsRelationsRead = "projects.work_items.relations:read",
        /// Write work item relations.
        ProjectsWorkItemsRelationsWrite = "projects.work_items.relations:write",
        /// Read work item activities.
        ProjectsWorkItemsActivitiesRead = "projects.work_items.activities:read",
        /// Write work item activities.
        ProjectsWorkItemsActivitiesWrite = "projects.work_items.activities:write",
        /// Read work logs.
        ProjectsWorkItemsWorkLogsRead = "projects.work_items.worklogs:read",
        /// Write work logs.
        ProjectsWorkItemsWorkLogsWrite = "projects.work_items.worklogs:write",
        /// Read work item types.
        ProjectsWorkItemTypesRead = "projects.work_item_types:read",
        /// Write work item types.
        ProjectsWorkItemTypesWrite = "projects.work_item_types:write",
        /// Read work item properties.
        ProjectsWorkItemPropertiesRead = "projects.work_item_properties:read",
        /// Write work item properties.
        ProjectsWorkItemPropertiesWrite = "projects.work_item_properties:write",
        /// Read work item property options.
        ProjectsWorkItemPropertyOptionsRead = "projects.work_item_property_options:read",
        /// Write work item property options.
        ProjectsWorkItemPropertyOptionsWrite = "projects.work_item_property_options:write",
        /// Read work item property values.
        ProjectsWorkItemPropertyValuesRead = "projects.work_item_property_values:read",
        /// Write work item property values.
        ProjectsWorkItemPropertyValuesWrite = "projects.work_item_property_values:write",
        /// Read milestones.
        ProjectsMilestonesRead = "projects.milestones:read",
        /// Write milestones.
        ProjectsMilestonesWrite = "projects.milestones:write",
        /// Read wiki pages.
        WikiPagesRead = "wiki.pages:read",
        /// Write wiki pages.
        WikiPagesWrite = "wiki.pages:write",
        /// Read customers.
        CustomersRead = "customers:read",
        /// Write customers.
        CustomersWrite = "customers:write",
        /// Read customer requests.
        CustomersRequestsRead = "customers.requests:read",
        /// Write customer requests.
        CustomersRequestsWrite = "customers.requests:write",
        /// Read customer properties.
        CustomersPropertiesRead = "customers.properties:read",
        /// Write customer properties.
        CustomersPropertiesWrite = "customers.properties:write",
        /// Read customer property values.
        CustomersPropertyValuesRead = "customers.property_values:read",
        /// Write customer property values.
        CustomersPropertyValuesWrite = "customers.property_values:write",
        /// Read customer work items.
        CustomersWorkItemsRead = "customers.work_items:read",
        /// Write customer work items.
        CustomersWorkItemsWrite = "customers.work_items:write",
        /// Read initiatives.
        InitiativesRead = "initiatives:read",
        /// Write initiatives.
        InitiativesWrite = "initiatives:write",
        /// Read initiative projects.
        InitiativesProjectsRead = "initiatives.projects:read",
        /// Write initiative projects.
        InitiativesProjectsWrite = "initiatives.projects:write",
        /// Read initiative epics.
        InitiativesEpicsRead = "initiatives.epics:read",
        /// Write initiative epics.
        InitiativesEpicsWrite = "initiatives.epics:write",
        /// Read initiative labels.
        InitiativesLabelsRead = "initiatives.labels:read",
        /// Write initiative labels.
        InitiativesLabelsWrite = "initiatives.labels:write",
        /// Read workspace members.
        WorkspacesMembersRead = "workspaces.members:read",
        /// Write workspace members.
        WorkspacesMembersWrite = "workspaces.members:write",
        /// Read workspace features.
        WorkspacesFeaturesRead = "workspaces.features:read",
        /// Write workspace features.
        WorkspacesFeaturesWrite = "workspaces.features:write",
        /// Read stickies.
        StickiesRead = "stickies:read",
        /// Write stickies.
        StickiesWrite = "stickies:write",
        /// Read teamspaces.
        TeamspacesRead = "teamspaces:read",
        /// Write teamspaces.
        TeamspacesWrite = "teamspaces:write",
        /// Read teamspace projects.
        TeamspacesProjectsRead = "teamspaces.projects:read",
        /// Write teamspace projects.
        TeamspacesProjectsWrite = "teamspaces.projects:write",
        /// Read teamspace members.
        TeamspacesMembersRead = "teamspaces.members:read",
        /// Write teamspace members.
        TeamspacesMembersWrite = "teamspaces.members:write",
        /// Read the user's own profile.
        ProfileRead = "profile:read",
        /// Read uploaded files.
        AssetsRead = "assets:read",
        /// Write uploaded files.
        AssetsWrite = "assets:write",
        /// Read agent runs.
        AgentsRunsRead = "agents.runs:read",
        /// Write agent runs.
        AgentsRunsWrite = "agents.runs:write",
        /// Read agent run activities.
        AgentsRunActivitiesRead = "agents.run_activities:read",
        /// Write agent run activities.
        AgentsRunActivitiesWrite = "agents.run_activities:write",
    }
}

/// Joins scopes for the parameter `scope`; `None` if there are none.
pub(super) fn joined(scopes: impl IntoIterator<Item = Scope>) -> Option<String> {
    let scopes: Vec<_> = scopes.into_iter().map(|scope| scope.to_string()).collect();
    if scopes.is_empty() { None } else { Some(scopes.join(" ")) }
}
