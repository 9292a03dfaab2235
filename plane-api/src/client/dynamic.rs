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
    /// Sends the request, like [`Client::send`]. [`Client::call`] changes the settings of the call.
    ///
    /// ```no_run
    /// use plane_api::{Client, DynamicRequest, Endpoint, v1::customers::GetCustomer};
    /// use serde_json::{Map, Value};
    ///
    /// # async fn example(client: Client, values: Map<String, Value>) -> plane_api::Result<()> {
    /// let request = DynamicRequest::new(GetCustomer::SPEC, values)?;
    /// let customer: Value = request.send(&client).await?.json()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn send(&self, client: &Client) -> ResponseFuture<RawResponse> {
        client.send(self)
    }

    /// Paginates over the pages of a list. `P` is the type of a page, such as `Page<Value>` or `Vec<Value>`.
    ///
    /// # Errors
    ///
    /// Returns an error if the request is not a list, that is, if none of its parameters has the attribute `#[page]`.
    pub fn pages<P: Paged + FromResponse>(self, client: &Client) -> Result<Pages<DynamicList<P>>> {
        Ok(Pages::new(DynamicList::new(self)?, client))
    }

    /// Paginates over the items of a list. See [`DynamicRequest::pages`].
    ///
    /// ```no_run
    /// use plane_api::{Client, DynamicRequest, Endpoint, Page, v1::customers::ListCustomers};
    /// use serde_json::{Map, Value};
    ///
    /// # async fn example(client: Client, values: Map<String, Value>) -> plane_api::Result<()> {
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
