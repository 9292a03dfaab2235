//! Sends requests by name.

use super::{
    Client,
    call::ResponseFuture,
    pages::{Items, Pages},
};
use crate::{
    endpoint::{
        dynamic::{DynamicList, DynamicRequest},
        page::Paged,
        raw_response::RawResponse,
        values::FromResponse,
    },
    error::Result,
};

impl DynamicRequest {
    /// Sends the request, like [`Client::send`]. To change the settings of the call, use [`Client::call`].
    ///
    #[cfg_attr(feature = "testing", doc = "```")]
    #[cfg_attr(not(feature = "testing"), doc = "```ignore")]
    /// use plane_api::{DynamicRequest, Endpoint, Value, v1::customers::GetCustomer};
    /// use serde_json::json;
    ///
    /// # #[tokio::main(flavor = "current_thread", start_paused = true)]
    /// # async fn main() -> plane_api::Result<()> {
    /// # let mock = plane_api::testing::Mock::plane();
    /// # mock.expect_any::<GetCustomer>().reply(json!({"id": "7", "name": "Acme"}));
    /// # let client = mock.client();
    /// let values = json!({"workspace_slug": "acme", "customer_id": "7"});
    /// let values = values.as_object().cloned().unwrap_or_default();
    /// let request = DynamicRequest::new(GetCustomer::SPEC, values)?;
    /// let customer: Value = request.send(&client).await?.json()?;
    /// assert_eq!(customer["name"], "Acme");
    /// # Ok(())
    /// # }
    /// ```
    pub fn send(&self, client: &Client) -> ResponseFuture<RawResponse> {
        client.send(self)
    }

    /// Returns the pages of a list. `P` is the type of a page, such as `Page<Value>` or `Vec<Value>`.
    ///
    /// # Errors
    ///
    /// Returns an error if the request is not a list, that is, if none of its parameters has the attribute `#[page]`.
    pub fn pages<P: Paged + FromResponse>(self, client: &Client) -> Result<Pages<DynamicList<P>>> {
        Ok(Pages::new(DynamicList::new(self)?, client))
    }

    /// Returns the items of a list. `P` is the type of a page, as in [`DynamicRequest::pages`].
    ///
    #[cfg_attr(feature = "testing", doc = "```")]
    #[cfg_attr(not(feature = "testing"), doc = "```ignore")]
    /// use plane_api::{DynamicRequest, Endpoint, Page, Value, v1::customers::ListCustomers};
    /// use serde_json::json;
    ///
    /// # #[tokio::main(flavor = "current_thread", start_paused = true)]
    /// # async fn main() -> plane_api::Result<()> {
    /// # use plane_api::testing::{Mock, Reply};
    /// # let mock = Mock::plane();
    /// # mock.expect_any::<ListCustomers>().reply(Reply::page([json!({"id": "7", "name": "Acme"})], None));
    /// # let client = mock.client();
    /// let values = json!({"workspace_slug": "acme"}).as_object().cloned().unwrap_or_default();
    /// let request = DynamicRequest::new(ListCustomers::SPEC, values)?;
    /// let mut customers = request.items::<Page<Value>>(&client)?;
    /// while let Some(customer) = customers.next().await {
    ///     println!("{}", customer?["name"]);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the error of [`DynamicRequest::pages`].
    pub fn items<P: Paged + FromResponse>(self, client: &Client) -> Result<Items<DynamicList<P>>> {
        Ok(Items::new(DynamicList::new(self)?, client))
    }
}
