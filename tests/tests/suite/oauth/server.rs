//! An in-process server that issues tokens. It accepts each refresh token once, and serves requests with the latest
//! access token. Its delays are configurable, and a test can pause them.

use std::{
    future::pending,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use plane_api::{
    Auth, Body, BoxFuture, Bytes, CallInfo, Client, Result, Stage, TokenSource, Transport,
    TransportError, Value, endpoint,
    http::{Request, Response, header},
    oauth::{App, AppTokens, TokenSet},
};
use tokio::{task::yield_now, time::sleep};

#[endpoint(POST, "/things/")]
pub struct CreateThing {}

#[derive(Clone, Default)]
pub struct AuthorizationServer(Arc<Mutex<State>>);

#[derive(Default)]
pub struct State {
    /// Number of grants: the latest ones are `a<n>` and `r<n>`.
    pub grants: usize,
    /// `true` if the server rejects the latest access token although it has not expired.
    pub is_revoked: bool,
    /// Events, in order.
    pub events: Vec<String>,
    /// Lifetime of an access token, in seconds.
    pub expires_in: Option<u64>,
    /// Delay of the response, after the server has acted.
    pub delay: Duration,
    /// Delay of the store before it acts.
    pub store_delay: Duration,
    /// Outcomes of the next exchanges; further ones are granted.
    pub plan: Vec<Plan>,
    /// The tokens that were stored last.
    pub stored: Option<String>,
    /// Number of times that the store fails before it works.
    pub store_failures: usize,
}

#[derive(Clone, Copy)]
pub enum Plan {
    /// The server rejects the exchange.
    Refuse,
    /// Nothing reaches the server.
    Disconnect,
    /// The exchange takes place, and the response is lost.
    Lose,
    /// The exchange never happens, and there is no response.
    Hang,
}

impl AuthorizationServer {
    pub fn with<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn events(&self) -> Vec<String> {
        self.with(|state| state.events.clone())
    }

    pub fn count(&self, start: &str) -> usize {
        self.events().iter().filter(|event| event.starts_with(start)).count()
    }

    pub fn app(&self) -> App {
        App::new("i", "s", Client::plane().transport(self.clone())).unwrap()
    }

    /// The tokens of a user with `a0` and `r0`, kept in this server's store.
    pub fn user_tokens(&self, expires_at: &str) -> AppTokens {
        let tokens = format!(
            r#"{{"access_token": "a0", "refresh_token": "r0", "expires_at": "{expires_at}"}}"#
        );
        let tokens: TokenSet = serde_json::from_str(&tokens).unwrap();
        let authority = self.clone();
        self.app().user_tokens(tokens, move |tokens| authority.clone().store(tokens))
    }

    async fn store(self, tokens: TokenSet) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        let token = tokens.refresh_token.unwrap().expose().to_owned();
        yield_now().await;
        sleep(self.with(|state| state.store_delay)).await;
        let fails = self.with(|state| {
            let fails = state.store_failures > 0;
            state.store_failures -= usize::from(fails);
            state.events.push(format!("store {token}{}", if fails { " fails" } else { "" }));
            if !fails {
                state.stored = Some(token);
            }
            fails
        });
        if fails { Err("the disk is full".into()) } else { Ok(()) }
    }

    pub fn client(&self, tokens: impl TokenSource) -> Client {
        let auth = Auth::token_source(tokens);
        Client::plane().transport(self.clone()).auth(auth).build().unwrap()
    }

    /// Returns the response to an exchange: a grant, if the latest grant is exchanged.
    fn exchange(&self, form: &str) -> Result<(u16, String), TransportError> {
        self.with(|state| {
            let word = |name: &str| {
                form.split('&')
                    .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
                    .unwrap_or_default()
            };
            let offered = match word("grant_type") {
                "refresh_token" => word("refresh_token").to_owned(),
                _ => word("app_installation_id").to_owned(),
            };
            state.events.push(format!("exchange {offered}"));
            let plan = if state.plan.is_empty() { None } else { Some(state.plan.remove(0)) };
            let is_good = offered == format!("r{}", state.grants) || offered == "bot";
            match plan {
                Some(Plan::Disconnect | Plan::Hang) => {
                    return Err(TransportError::new(Stage::BeforeSend, "no route to host"));
                }
                Some(Plan::Lose) => {
                    state.grants += 1;
                    return Err(TransportError::new(Stage::AfterSend, "connection reset"));
                }
                None if is_good => {}
                Some(Plan::Refuse) | None => {
                    return Ok((400, r#"{"error": "invalid_grant"}"#.to_owned()));
                }
            }
            state.grants += 1;
            state.is_revoked = false;
            let n = state.grants;
            let mut grant =
                serde_json::json!({"access_token": format!("a{n}"), "token_type": "Bearer"});
            if offered != "bot" {
                grant["refresh_token"] = Value::from(format!("r{n}"));
            }
            if let Some(seconds) = state.expires_in {
                grant["expires_in"] = Value::from(seconds);
            }
            Ok((200, grant.to_string()))
        })
    }

    fn serve(&self, request: &Request<Body>) -> (u16, String) {
        self.with(|state| {
            let token = request.headers().get(header::AUTHORIZATION).unwrap().to_str().unwrap();
            let is_last = token == format!("Bearer a{}", state.grants);
            state.events.push(format!("thing {token}"));
            if is_last && !state.is_revoked {
                (200, "null".to_owned())
            } else {
                (401, "{}".to_owned())
            }
        })
    }
}

impl Transport for AuthorizationServer {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let hangs = self.with(|state| matches!(state.plan.first(), Some(Plan::Hang)));
            let (status, body) = match request.uri().path() {
                "/auth/o/token/" if hangs => {
                    self.with(|state| state.plan.remove(0));
                    pending().await
                }
                "/auth/o/token/" => {
                    let form = request.body().as_bytes().unwrap();
                    self.exchange(std::str::from_utf8(form).unwrap())?
                }
                _ => self.serve(&request),
            };
            // A call can be dropped here even without a delay.
            yield_now().await;
            sleep(self.with(|state| state.delay)).await;
            let mut answer = Response::new(Body::from(Bytes::from(body)));
            *answer.status_mut() = status.try_into().unwrap();
            Ok(answer)
        })
    }
}
