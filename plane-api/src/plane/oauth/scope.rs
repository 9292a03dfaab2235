//! What an app may do.

use crate::endpoint::open_enum::open_enum;

open_enum! {
    /// What an app asks to be allowed: the scopes that Plane's documentation lists.
    ///
    /// Others can be asked for as well, such as the older and broader `read` and `write`: `Scope::from("write")`.
    pub enum Scope {
        /// Projects: to read.
        ProjectsRead = "projects:read",
        /// Projects: to change.
        ProjectsWrite = "projects:write",
        /// Features of projects: to read.
        ProjectsFeaturesRead = "projects.features:read",
        /// Features of projects: to change.
        ProjectsFeaturesWrite = "projects.features:write",
        /// Members of projects: to read.
        ProjectsMembersRead = "projects.members:read",
        /// Members of projects: to change.
        ProjectsMembersWrite = "projects.members:write",
        /// States: to read.
        ProjectsStatesRead = "projects.states:read",
        /// States: to change.
        ProjectsStatesWrite = "projects.states:write",
        /// Labels of projects: to read.
        ProjectsLabelsRead = "projects.labels:read",
        /// Labels of projects: to change.
        ProjectsLabelsWrite = "projects.labels:write",
        /// Intakes: to read.
        ProjectsIntakesRead = "projects.intakes:read",
        /// Intakes: to change.
        ProjectsIntakesWrite = "projects.intakes:write",
        /// Epics: to read.
        ProjectsEpicsRead = "projects.epics:read",
        /// Epics: to change.
        ProjectsEpicsWrite = "projects.epics:write",
        /// Cycles: to read.
        ProjectsCyclesRead = "projects.cycles:read",
        /// Cycles: to change.
        ProjectsCyclesWrite = "projects.cycles:write",
        /// Pages of projects: to read.
        ProjectsPagesRead = "projects.pages:read",
        /// Pages of projects: to change.
        ProjectsPagesWrite = "projects.pages:write",
        /// Modules: to read.
        ProjectsModulesRead = "projects.modules:read",
        /// Modules: to change.
        ProjectsModulesWrite = "projects.modules:write",
        /// Work items: to read.
        ProjectsWorkItemsRead = "projects.work_items:read",
        /// Work items: to change.
        ProjectsWorkItemsWrite = "projects.work_items:write",
        /// Comments on work items: to read.
        ProjectsWorkItemsCommentsRead = "projects.work_items.comments:read",
        /// Comments on work items: to change.
        ProjectsWorkItemsCommentsWrite = "projects.work_items.comments:write",
        /// Attachments of work items: to read.
        ProjectsWorkItemsAttachmentsRead = "projects.work_items.attachments:read",
        /// Attachments of work items: to change.
        ProjectsWorkItemsAttachmentsWrite = "projects.work_items.attachments:write",
        /// Links of work items: to read.
        ProjectsWorkItemsLinksRead = "projects.work_items.links:read",
        /// Links of work items: to change.
        ProjectsWorkItemsLinksWrite = "projects.work_items.links:write",
        /// Relations between work items: to read.
        ProjectsWorkItemsRelationsRead = "projects.work_items.relations:read",
        /// Relations between work items: to change.
        ProjectsWorkItemsRelationsWrite = "projects.work_items.relations:write",
        /// Activities of work items: to read.
        ProjectsWorkItemsActivitiesRead = "projects.work_items.activities:read",
        /// Activities of work items: to change.
        ProjectsWorkItemsActivitiesWrite = "projects.work_items.activities:write",
        /// Work logs of work items: to read.
        ProjectsWorkItemsWorkLogsRead = "projects.work_items.worklogs:read",
        /// Work logs of work items: to change.
        ProjectsWorkItemsWorkLogsWrite = "projects.work_items.worklogs:write",
        /// Types of work items: to read.
        ProjectsWorkItemTypesRead = "projects.work_item_types:read",
        /// Types of work items: to change.
        ProjectsWorkItemTypesWrite = "projects.work_item_types:write",
        /// Properties of work items: to read.
        ProjectsWorkItemPropertiesRead = "projects.work_item_properties:read",
        /// Properties of work items: to change.
        ProjectsWorkItemPropertiesWrite = "projects.work_item_properties:write",
        /// Options of work items' properties: to read.
        ProjectsWorkItemPropertyOptionsRead = "projects.work_item_property_options:read",
        /// Options of work items' properties: to change.
        ProjectsWorkItemPropertyOptionsWrite = "projects.work_item_property_options:write",
        /// Values of work items' properties: to read.
        ProjectsWorkItemPropertyValuesRead = "projects.work_item_property_values:read",
        /// Values of work items' properties: to change.
        ProjectsWorkItemPropertyValuesWrite = "projects.work_item_property_values:write",
        /// Milestones: to read.
        ProjectsMilestonesRead = "projects.milestones:read",
        /// Milestones: to change.
        ProjectsMilestonesWrite = "projects.milestones:write",
        /// Pages of the wiki: to read.
        WikiPagesRead = "wiki.pages:read",
        /// Pages of the wiki: to change.
        WikiPagesWrite = "wiki.pages:write",
        /// Customers: to read.
        CustomersRead = "customers:read",
        /// Customers: to change.
        CustomersWrite = "customers:write",
        /// Requests of customers: to read.
        CustomersRequestsRead = "customers.requests:read",
        /// Requests of customers: to change.
        CustomersRequestsWrite = "customers.requests:write",
        /// Properties of customers: to read.
        CustomersPropertiesRead = "customers.properties:read",
        /// Properties of customers: to change.
        CustomersPropertiesWrite = "customers.properties:write",
        /// Values of customers' properties: to read.
        CustomersPropertyValuesRead = "customers.property_values:read",
        /// Values of customers' properties: to change.
        CustomersPropertyValuesWrite = "customers.property_values:write",
        /// Work items of customers: to read.
        CustomersWorkItemsRead = "customers.work_items:read",
        /// Work items of customers: to change.
        CustomersWorkItemsWrite = "customers.work_items:write",
        /// Initiatives: to read.
        InitiativesRead = "initiatives:read",
        /// Initiatives: to change.
        InitiativesWrite = "initiatives:write",
        /// Projects of initiatives: to read.
        InitiativesProjectsRead = "initiatives.projects:read",
        /// Projects of initiatives: to change.
        InitiativesProjectsWrite = "initiatives.projects:write",
        /// Epics of initiatives: to read.
        InitiativesEpicsRead = "initiatives.epics:read",
        /// Epics of initiatives: to change.
        InitiativesEpicsWrite = "initiatives.epics:write",
        /// Labels of initiatives: to read.
        InitiativesLabelsRead = "initiatives.labels:read",
        /// Labels of initiatives: to change.
        InitiativesLabelsWrite = "initiatives.labels:write",
        /// Members of workspaces: to read.
        WorkspacesMembersRead = "workspaces.members:read",
        /// Members of workspaces: to change.
        WorkspacesMembersWrite = "workspaces.members:write",
        /// Features of workspaces: to read.
        WorkspacesFeaturesRead = "workspaces.features:read",
        /// Features of workspaces: to change.
        WorkspacesFeaturesWrite = "workspaces.features:write",
        /// Stickies: to read.
        StickiesRead = "stickies:read",
        /// Stickies: to change.
        StickiesWrite = "stickies:write",
        /// Teamspaces: to read.
        TeamspacesRead = "teamspaces:read",
        /// Teamspaces: to change.
        TeamspacesWrite = "teamspaces:write",
        /// Projects of teamspaces: to read.
        TeamspacesProjectsRead = "teamspaces.projects:read",
        /// Projects of teamspaces: to change.
        TeamspacesProjectsWrite = "teamspaces.projects:write",
        /// Members of teamspaces: to read.
        TeamspacesMembersRead = "teamspaces.members:read",
        /// Members of teamspaces: to change.
        TeamspacesMembersWrite = "teamspaces.members:write",
        /// The user's own profile: to read.
        ProfileRead = "profile:read",
        /// Uploaded files: to read.
        AssetsRead = "assets:read",
        /// Uploaded files: to change.
        AssetsWrite = "assets:write",
        /// Runs of agents: to read.
        AgentsRunsRead = "agents.runs:read",
        /// Runs of agents: to change.
        AgentsRunsWrite = "agents.runs:write",
        /// Activities of agents' runs: to read.
        AgentsRunActivitiesRead = "agents.run_activities:read",
        /// Activities of agents' runs: to change.
        AgentsRunActivitiesWrite = "agents.run_activities:write",
    }
}

/// As the parameter `scope` has them; `None` if there are none.
pub(super) fn joined(scopes: impl IntoIterator<Item = Scope>) -> Option<String> {
    let scopes: Vec<_> = scopes.into_iter().map(|scope| scope.to_string()).collect();
    if scopes.is_empty() { None } else { Some(scopes.join(" ")) }
}
