//! Migrating from v1 to v2: ten common tasks in both versions.
//!
//! Ids are the same in both versions, and one client sends requests of both, so you can migrate one request at a time.
//! Each example shows v1 first, then v2.
//!
//! # 1. Get an object by its name
//!
//! In v2, every request accepts the identifier of a project in place of the id.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{v1, v2};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<v1::work_items::GetWorkItemByIdentifier>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "project": "6ba7b810-9dad-11d1-80b4-00c04fd430c8"}));
//! # mock.expect_any::<v1::labels::ListLabels>().reply(plane_api::testing::Reply::page([serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "bug"})], None));
//! # mock.expect_any::<v2::work_items::GetWorkItemByIdentifier>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}));
//! # mock.expect_any::<v2::labels::ListLabels>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "bug"}], "next": null, "pagination": {"style": "offset"}}));
//! # let client = mock.client();
//! let item = v1::work_items::GetWorkItemByIdentifier::new("acme", "ENG", 142).send(&client).await?;
//! let labels = v1::labels::ListLabels::new("acme", item.project).send(&client).await?;
//!
//! let item = v2::work_items::GetWorkItemByIdentifier::new("acme", "ENG-142").send(&client).await?;
//! let labels = v2::labels::ListLabels::new("acme", "ENG").send(&client).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # 2. Go through a list
//!
//! `items` and `pages` work the same way in both versions. The items of a single page are in `results` in v1, and in
//! `data` in v2. A page has at most 100 items in v1, and at most 200 in v2; if `per_page` is unset, a page of v2 has
//! 50.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{v1, v2};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<v1::customers::ListCustomers>().reply(plane_api::testing::Reply::page([serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Acme", "created_at": "2026-01-01T00:00:00Z"})], None));
//! # mock.expect_any::<v2::customers::ListCustomers>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Acme"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let customers = v1::customers::ListCustomers::new("acme").items(&client).collect(1000).await?;
//! let first = v1::customers::ListCustomers::new("acme").per_page(1).send(&client).await?.results;
//!
//! let customers = v2::customers::ListCustomers::new("acme").items(&client).collect(1000).await?;
//! let first = v2::customers::ListCustomers::new("acme").per_page(1).send(&client).await?.data;
//! # Ok(())
//! # }
//! ```
//!
//! # 3. Filter and sort
//!
//! In v1, filters and sort orders are strings. In v2, there is a setter for each filter, and enums contain the known
//! values.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1,
//!     v2::{self, common::{Priority, StateGroup}, work_items::WorkItemOrder},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<v1::work_items::ListWorkItems>().reply(plane_api::testing::Reply::page([serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"})], None));
//! # mock.expect_any::<v2::work_items::ListWorkItems>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let items = v1::work_items::ListWorkItems::new("acme", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
//!     .pql(r#"priority IN ("urgent", "high")"#)
//!     .order_by("-updated_at")
//!     .items(&client)
//!     .collect(1000)
//!     .await?;
//!
//! let items = v2::work_items::ListWorkItems::new("acme", "ENG")
//!     .priority_in([Priority::Urgent, Priority::High])
//!     .state_group(StateGroup::Started)
//!     .order_by(WorkItemOrder::UpdatedAtDesc)
//!     .items(&client)
//!     .collect(1000)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # 4. Choose fields, and expand ids
//!
//! In v1, an expanded object replaces its id ([`Ref`](crate::Ref)). In v2, the object is added next to the id:
//! `state_id` and `state`. If `fields` is set in v2, all other fields except `id` are `None`.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{v1, v2::{self, work_items::{WorkItemExpand, WorkItemField}}};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<v1::work_items::GetWorkItem>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "state": {"id": "6ba7b812-9dad-11d1-80b4-00c04fd430c8", "name": "Started"}}));
//! # mock.expect_any::<v2::work_items::GetWorkItem>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "state_id": "6ba7b812-9dad-11d1-80b4-00c04fd430c8", "state": {"id": "6ba7b812-9dad-11d1-80b4-00c04fd430c8", "name": "Started"}}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let id = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let item = v1::work_items::GetWorkItem::new("acme", project, id)
//!     .fields(["name", "state"])
//!     .expand(["state"])
//!     .send(&client)
//!     .await?;
//! let state = item.state.and_then(|state| state.into_object());
//!
//! let item = v2::work_items::GetWorkItem::new("acme", project, id)
//!     .fields([WorkItemField::Name, WorkItemField::StateId])
//!     .expand([WorkItemExpand::State])
//!     .send(&client)
//!     .await?;
//! let state = item.state;
//! # Ok(())
//! # }
//! ```
//!
//! # 5. Create
//!
//! In v2, the names of fields for ids end in `_id` or `_ids`. Work items also have fields that accept names, such as
//! `state` and `labels`; in v1, these fields accept only ids.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{ids::StateId, v1, v2};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<v1::work_items::CreateWorkItem>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Fix the login"}));
//! # mock.expect_any::<v2::work_items::CreateWorkItem>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Fix the login"}));
//! # let client = mock.client();
//! # let state = StateId::from("6ba7b812-9dad-11d1-80b4-00c04fd430c8");
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let item = v1::work_items::CreateWorkItem::new("acme", project, "Fix the login")
//!     .state(&state)
//!     .send(&client)
//!     .await?;
//!
//! let item = v2::work_items::CreateWorkItem::new("acme", project, "Fix the login")
//!     .state("In progress")
//!     .labels(["bug"])
//!     .assignees(["ada@acme.example"])
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # 6. Update, and clear a field
//!
//! In both versions, unset fields are left unchanged, and [`Patch::Clear`](crate::Patch::Clear) clears a field.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{Patch, ids::CustomerId, v1, v2};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<v1::customers::UpdateCustomer>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Acme", "created_at": "2026-01-01T00:00:00Z"}));
//! # mock.expect_any::<v2::customers::UpdateCustomer>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Acme"}));
//! # let client = mock.client();
//! # let id = CustomerId::from("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
//! v1::customers::UpdateCustomer::new("acme", &id).name("Acme").email(Patch::Clear).send(&client).await?;
//!
//! v2::customers::UpdateCustomer::new("acme", &id).name("Acme").email(Patch::Clear).send(&client).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # 7. Create or update by an external id
//!
//! In v1, if the object exists, the server either overwrites the object, or responds with 409 and the id of the object.
//! In v2, [upserts](crate::v2::upserts) create or update the object.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{v1, v2};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<v1::labels::CreateLabel>().reply(plane_api::testing::Reply::conflict("6ba7b811-9dad-11d1-80b4-00c04fd430c8"));
//! # mock.expect_any::<v1::labels::UpdateLabel>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "bug"}));
//! # mock.expect_any::<v2::labels::UpsertLabel>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "bug"}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let create = v1::labels::CreateLabel::new("acme", project, "bug").external_source("crm").external_id("7");
//! if let Err(error) = create.send(&client).await {
//!     let id = error.existing_id().map(str::to_owned).ok_or(error)?;
//!     v1::labels::UpdateLabel::new("acme", project, id).name("bug").send(&client).await?;
//! }
//!
//! let label = v2::labels::UpsertLabel::new("acme", project, "bug", "crm", "7").send(&client).await?;
//! println!("{} {}", label.object.id, if label.is_created { "is new" } else { "was updated" });
//! # Ok(())
//! # }
//! ```
//!
//! # 8. Write many objects
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1,
//!     v2::{bulk::send_in_batches, labels::bulk::{BulkCreateLabels, CreateLabelRow}},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<v1::labels::CreateLabel>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "bug"}));
//! # mock.expect_any::<BulkCreateLabels>().reply(serde_json::json!({"results": [{"index": 0, "result": "created", "id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "succeeded": 1, "failed": 0}));
//! # let client = mock.client();
//! # let names = vec!["bug".to_owned()];
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! for name in &names {
//!     v1::labels::CreateLabel::new("acme", project, name).send(&client).await?;
//! }
//!
//! let rows = names.into_iter().map(|name| CreateLabelRow { name, ..Default::default() });
//! let request = |rows| BulkCreateLabels::new("acme", project, rows);
//! let report = send_in_batches(&client, rows, request).await;
//! println!("{} rows failed", report.failed().count());
//! # Ok(())
//! # }
//! ```
//!
//! # 9. Add to a set, and remove from it
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{ids::{CustomerId, WorkItemId}, v1, v2};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<v1::customers::work_items::LinkCustomerWorkItems>().reply(serde_json::json!({}));
//! # mock.expect_any::<v1::customers::work_items::UnlinkCustomerWorkItem>();
//! # mock.expect_any::<v2::customers::ManageCustomerWorkItems>().reply(serde_json::json!({"added": ["6ba7b811-9dad-11d1-80b4-00c04fd430c8"], "removed": ["6ba7b812-9dad-11d1-80b4-00c04fd430c8"]}));
//! # let client = mock.client();
//! # let id = CustomerId::from("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
//! # let new = WorkItemId::from("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
//! # let old = WorkItemId::from("6ba7b812-9dad-11d1-80b4-00c04fd430c8");
//! v1::customers::work_items::LinkCustomerWorkItems::new("acme", &id, [&new]).send(&client).await?;
//! v1::customers::work_items::UnlinkCustomerWorkItem::new("acme", &id, &old).send(&client).await?;
//!
//! let request = v2::customers::ManageCustomerWorkItems::new("acme", &id).add([&new]).remove([&old]);
//! let changed = request.send(&client).await?;
//! println!("{} added, {} removed", changed.added.len(), changed.removed.len());
//! # Ok(())
//! # }
//! ```
//!
//! # 10. Handle errors
//!
//! [`Error`](crate::Error) is the same in both versions. In v2, the error codes are documented: see
//! [`problem`](crate::v2::problem). If the caller cannot see a workspace or project, v1 responds with 403, and v2 with
//! 404.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{Error, ids::LabelId, v1, v2::{self, problem::{ErrorCode, Problem}}};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<v1::labels::GetLabel>().reply(plane_api::testing::Reply::not_found());
//! # mock.expect_any::<v2::labels::GetLabel>().reply(plane_api::testing::Reply::not_found());
//! # let client = mock.client();
//! # let id = LabelId::from("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! match v1::labels::GetLabel::new("acme", project, &id).send(&client).await {
//!     Err(error) if error.is_not_found() || error.is_forbidden() => println!("no such label"),
//!     result => println!("{:?}", result?.name),
//! }
//!
//! match v2::labels::GetLabel::new("acme", project, &id).send(&client).await {
//!     Err(error) if error.is_not_found() => println!("no such label"),
//!     Err(error) => match Problem::of(&error).and_then(|problem| problem.code) {
//!         Some(ErrorCode::GovernanceMigrationInProgress) => println!("try again later"),
//!         _ => return Err(error),
//!     },
//!     Ok(label) => println!("{:?}", label.name),
//! }
//! # Ok(())
//! # }
//! ```
