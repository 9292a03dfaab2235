//! [`DynamicList`]: a list by name.

use std::{fmt, marker::PhantomData};

use serde_json::Value;

use super::{DynamicRequest, encode::encode};
use crate::{
    endpoint::{
        Endpoint,
        page::{Cursor, Paged, Paginated},
        raw_response::RawResponse,
        values::FromResponse,
        writer::RequestWriter,
    },
    error::{CallSite, Error, Result},
    spec::{PageRule, Param, Spec},
};

/// A [`DynamicRequest`] for a list, whose pages are decoded into `P`. [`DynamicRequest::pages`] and
/// [`DynamicRequest::items`] create it.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, DynamicList, DynamicRequest, Endpoint, Items, Value, endpoint};
///
/// #[endpoint(GET, "/tasks" -> Vec<String>)]
/// struct ListTasks {
///     #[page(number)]
///     page: Option<u32>,
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # let mock = plane_api::testing::Mock::new();
/// # mock.expect_any::<ListTasks>().reply(["Write"]).reply(["Eat"; 0]);
/// # let client = mock.client();
/// let request = DynamicRequest::new(ListTasks::SPEC, serde_json::Map::new())?;
/// let mut tasks: Items<DynamicList<Vec<Value>>> = request.items(&client)?;
/// assert_eq!(tasks.next().await.unwrap()?, "Write");
/// # assert!(tasks.next().await.is_none());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct DynamicList<P> {
    request: DynamicRequest,
    /// The index of the parameter that pagination sets.
    index: usize,
    position: Option<Cursor>,
    size: Option<u64>,
    page: PhantomData<fn() -> P>,
}

impl<P> DynamicList<P> {
    pub(crate) fn new(mut request: DynamicRequest) -> Result<Self> {
        let params = || request.spec.params.into_iter();
        let is_position = |param: &Param| !matches!(param.page, None | Some(PageRule::Size(_)));
        let Some(index) = params().position(|param| is_position(&param)) else {
            let message = "this is not a list: none of its parameters has the attribute `#[page]`";
            return Err(Error::request(message).at(CallSite::of(request.spec)));
        };
        let size = params().position(|param| matches!(param.page, Some(PageRule::Size(_))));
        let size = size.and_then(|index| request.values.get(index)?.as_ref()?.as_u64());
        let position = request.values.get_mut(index).and_then(Option::take);
        let position = position.map(|value| match value {
            Value::String(text) => text.into(),
            other => Cursor::from(other.to_string()),
        });
        Ok(Self { request, index, position, size, page: PhantomData })
    }
}

impl<P: Paged + FromResponse> Endpoint for DynamicList<P> {
    type Response = P;

    /// A placeholder: [`Endpoint::spec`] returns the description.
    const SPEC: &'static Spec = DynamicRequest::SPEC;

    fn spec(&self) -> &'static Spec {
        self.request.spec
    }

    fn encode(&self, writer: &mut RequestWriter) {
        let DynamicRequest { spec, values } = &self.request;
        let param = spec.params.into_iter().nth(self.index);
        let position = param.zip(self.position.as_ref());
        let position = position.map(|(param, position)| param.json(position.as_str()));
        let values = values.iter().enumerate().map(|(index, value)| match value {
            None if index == self.index => position.as_ref(),
            value => value.as_ref(),
        });
        encode(spec, values, writer);
    }

    fn decode(response: RawResponse) -> Result<P> {
        response.json()
    }
}

impl<P: Paged + FromResponse> Paginated for DynamicList<P> {
    type Page = P;
    type Position = Cursor;

    fn position_mut(&mut self) -> &mut Option<Cursor> {
        &mut self.position
    }

    fn page_size(&self) -> Option<u64> {
        self.size
    }
}

impl<P> fmt::Debug for DynamicList<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DynamicList").field(&self.request).finish()
    }
}
