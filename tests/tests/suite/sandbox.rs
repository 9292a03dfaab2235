//! The sandbox, over real sockets and with a client that hides nothing: what each request is answered, to the byte of
//! its JSON where the facts go that far.

mod access;
mod customers;
mod fields;
mod lists;
mod real_server;
mod resources;
mod v2;
mod wire;
mod work_items;
