plane_api::open_enum! {
    pub enum State
}

fn main() {}
