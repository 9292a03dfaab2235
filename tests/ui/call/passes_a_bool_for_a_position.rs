use plane_api::{Entries, NextPage, PageContext, Paged};

pub struct List {
    pub data: Vec<String>,
    pub has_more: bool,
}

impl Paged for List {
    type Item = String;
    const ENTRIES: Entries = Entries::at("data");
    fn entries(&mut self) -> &mut Vec<String> {
        &mut self.data
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::at(self.has_more)
    }
}

fn main() {}
