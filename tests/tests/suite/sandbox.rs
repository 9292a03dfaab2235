//! The sandbox, over real sockets and with a client that hides nothing: the response to each request, down to the bytes
//! of its JSON where they are known.

mod access;
mod customers;
mod fields;
mod lists;
mod real_server;
mod resources;
mod v2;
mod wire;
mod work_items;
