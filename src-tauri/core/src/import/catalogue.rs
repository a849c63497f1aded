//! Columns that go into the shop's catalogue, and what the fields are called that some of them get of their own.

use super::columns::{Columns, Making, Target};
use crate::ids::FieldId;
use crate::wire::import::ImportColumn;
use crate::wire::profile::{Asking, FieldKind, Part, ProfileField};

/// The longest label of a field, as where it is typed by hand.
const LABEL: usize = 20;

/// A field for a column of its own.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub position: usize,
    pub label: String,
    /// What one that is made holds.
    pub making: Making,
    /// The field, where one is called so already.
    pub there: Option<FieldId>,
}

/// Where each column goes that asks for a field of its own: to the one that is called like it, else to a new one.
pub(super) fn places(fields: &[ProfileField], columns: &Columns) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for (position, column) in columns.all().iter().enumerate() {
        let Some(Target::New(making)) = column.target else { continue };
        let free = |label: &String| {
            let is_claimed = places.iter().any(|place| place.label == *label);
            !is_claimed && fields.iter().all(|field| field.label != *label || !field.is_builtin)
        };
        if let Some(label) = (1..).map(|n| label(&column.title, n)).find(free) {
            let there = fields.iter().find(|field| field.label == label).map(|field| field.id);
            places.push(Place { position, label, making, there });
        }
    }
    places
}

/// What a field is called after its column; long headings are cut, and told apart by a number.
fn label(title: &str, n: usize) -> String {
    let tail = if n == 1 { String::new() } else { format!(" {n}") };
    if title.chars().count() + tail.len() <= LABEL {
        return format!("{title}{tail}");
    }
    let head: String = title.chars().take(LABEL - 1 - tail.len()).collect();
    format!("{}…{tail}", head.trim_end())
}

/// Says of each column which field of the catalogue it goes into, and whether the shop does not ask for it.
pub(super) fn name(fields: &[ProfileField], columns: &Columns, shown: &mut [ImportColumn]) {
    for (position, key) in columns.profile() {
        let field = fields.iter().find(|field| field.key == *key && field.is_on && !field.is_builtin);
        shown[*position].is_left_out = field.is_none();
        shown[*position].field = field.map(|field| field.label.clone());
    }
    for place in places(fields, columns) {
        let column = &mut shown[place.position];
        (column.is_left_out, column.is_new, column.field) = (false, place.there.is_none(), Some(place.label));
    }
}

/// A field about to be added by an import.
pub(super) fn text_field(key: String, label: String, kind: FieldKind, part: Part) -> ProfileField {
    ProfileField {
        id: FieldId(0),
        key,
        label,
        part,
        kind,
        options: Vec::new(),
        weight: 0,
        is_on: true,
        is_sensitive: false,
        is_builtin: false,
        question: None,
        asking: Asking::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::{Kind, Mapping};
    use super::*;

    fn placed(headings: &str, fields: &[ProfileField]) -> Vec<(String, bool)> {
        let mut mapping = Mapping::default();
        for at in 1..=headings.split(',').count() {
            mapping.add(&format!("#{at}=new")).unwrap();
        }
        let columns = Columns::recognise(Kind::Customers, headings.split(','), &mapping);
        places(fields, &columns).into_iter().map(|place| (place.label, place.there.is_some())).collect()
    }

    #[test]
    fn a_column_gets_the_field_that_is_called_like_it_or_a_new_one_under_a_free_name() {
        let own = ProfileField { id: FieldId(7), ..text_field("own_1".into(), "爱好".into(), FieldKind::Text, Part::Soft) };
        let builtin = ProfileField { is_builtin: true, ..text_field("name".into(), "姓名".into(), FieldKind::Text, Part::Hard) };
        let fields = [own, builtin];
        let new = |label: &str| (label.to_owned(), false);
        assert_eq!(placed("爱好,姓名,星座", &fields), [("爱好".into(), true), new("姓名 2"), new("星座")]);
        assert_eq!(placed("爱好,爱好", &fields), [("爱好".into(), true), new("爱好 2")]);
        let long = "您平时最喜欢的休闲活动是什么呢可以多选";
        assert_eq!(
            placed(&format!("{long}之一,{long}之二"), &[]),
            [new("您平时最喜欢的休闲活动是什么呢可以多选…"), new("您平时最喜欢的休闲活动是什么呢可以… 2")]
        );
    }
}
