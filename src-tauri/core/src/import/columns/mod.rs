//! Which column of a file means what: as the user says, else as he said the last time, else by its heading.

mod field;
mod memory;
mod names;
mod titles;

pub use field::{Field, Kind, Making, Target};
pub(crate) use memory::Remembered;

use super::fold::{half_width, is_invisible, word_key};
use super::values::day::{DateSystem, DayOrder, DayRules};
use crate::error::{Code, Failure, Result};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What the user says about columns: `COLUMN=field` of the command line, or the choices in the window.
///
/// COLUMN is a heading as in the file or `#3` for the third column; field is [`Target`]'s text form. Behind a day's field
/// `:serial` says that the column holds a spreadsheet's day numbers (`:serial1904` those of old Macs), `:dmy` and `:mdy` which of
/// day and month comes first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    entries: Vec<Entry>,
    remembered: Remembered,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    column: String,
    target: Target,
    rules: DayRules,
}

impl Mapping {
    /// Adds one `COLUMN=field`.
    pub fn add(&mut self, text: &str) -> Result<()> {
        let bad = || Failure::at(Code::ChoiceInvalid, "map").with("value", text);
        let (column, target) = text.rsplit_once('=').ok_or_else(bad)?;
        if column.trim().is_empty() {
            return Err(bad().into());
        }
        let (target, rules) = match target.trim().split_once(':') {
            Some((target, said)) => (target, day_rules(said).ok_or_else(bad)?),
            None => (target.trim(), DayRules::default()),
        };
        let target = Target::parse(target)?;
        if rules != DayRules::default() && !matches!(target, Target::Field(Field::Date | Field::Joined | Field::Birthday)) {
            return Err(bad().into());
        }
        self.entries.push(Entry { column: column.trim().to_owned(), target, rules });
        Ok(())
    }

    /// What was said of headings before; it stands behind what is said now.
    pub(crate) fn remember(&mut self, remembered: &Remembered) {
        self.remembered.clone_from(remembered);
    }

    /// The last entry for a column, if any.
    fn entry(&self, position: usize, heading: &str, kind: Kind) -> Option<&Entry> {
        let is_column = |entry: &&Entry| match entry.column.strip_prefix('#').and_then(|n| n.parse::<usize>().ok()) {
            Some(n) => n == position + 1,
            None => entry.column == heading.trim() || word_key(&entry.column) == word_key(heading) && !word_key(heading).is_empty(),
        };
        self.entries.iter().rev().filter(|entry| entry.target.belongs_to(kind)).find(is_column)
    }
}

/// Who says what a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The user, now.
    Now,
    /// The user, at an earlier import.
    Before,
    /// The heading itself.
    Heading,
    /// Nobody.
    Nobody,
}

/// How one column was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading as in the file.
    pub heading: String,
    /// What it is called where its heading is repeated: two headings alike are told apart, one that is empty has its number.
    pub title: String,
    /// Who says what it means.
    pub said: Said,
    /// Whether the heading by itself says something, even if the user said otherwise.
    pub is_known: bool,
    /// Where its cells go; nothing where the heading says nothing to us.
    pub target: Option<Target>,
    /// Whether it would have been the same field as a better column, and was left out for that.
    pub is_double: bool,
    rules: DayRules,
}

/// All columns of a table.
#[derive(Debug, Clone)]
pub struct Columns {
    all: Vec<Column>,
    by_field: Vec<Option<usize>>,
    regions: Vec<usize>,
    profile: Vec<(usize, String)>,
    notes: Vec<Noted>,
}

/// A column that goes into the note.
#[derive(Debug, Clone)]
pub(super) struct Noted {
    pub position: usize,
    /// What stands before each of its cells; nothing before those of the note's own column.
    pub title: Option<String>,
}

impl Columns {
    /// Understands a heading row.
    pub fn recognise<'a>(kind: Kind, headings: impl Iterator<Item = &'a str>, mapping: &Mapping) -> Columns {
        let mut columns = Columns {
            all: Vec::new(),
            by_field: vec![None; Field::ALL.len()],
            regions: Vec::new(),
            profile: Vec::new(),
            notes: Vec::new(),
        };
        let mut best = vec![u8::MAX; Field::ALL.len()];
        let headings: Vec<&str> = headings.collect();
        let keys = memory::keys(&headings);
        // The user's word is rank 0 of its own, what he said before rank 1: they win over every heading.
        for (position, (heading, title)) in headings.iter().copied().zip(titles::titles(&headings)).enumerate() {
            let by_itself = by_heading(kind, heading);
            let is_known = by_itself.is_some();
            let before = || keys[position].as_ref().and_then(|key| mapping.remembered.target(kind, key));
            let (target, said, rank, rules) = match mapping.entry(position, heading, kind) {
                Some(entry) => (Some(entry.target.clone()), Said::Now, 0, entry.rules),
                None => match (before(), by_itself) {
                    (Some(target), _) => (Some(target), Said::Before, 1, DayRules::default()),
                    (None, Some((target, rank))) => (Some(target), Said::Heading, rank + 2, DayRules::default()),
                    (None, None) => (None, Said::Nobody, 0, DayRules::default()),
                },
            };
            let column =
                Column { heading: heading.trim().to_owned(), title, said, is_known, target: target.clone(), is_double: false, rules };
            columns.all.push(column);
            match target {
                Some(Target::Field(Field::Region)) => columns.regions.push(position),
                Some(Target::Field(Field::Note)) => columns.add_note(kind, position),
                Some(Target::Profile(key)) => columns.profile.push((position, key.into_owned())),
                Some(Target::Field(field)) => {
                    let index = field as usize;
                    let loser = match columns.by_field[index] {
                        Some(_) if rank >= best[index] => Some(position),
                        earlier => {
                            (columns.by_field[index], best[index]) = (Some(position), rank);
                            earlier
                        }
                    };
                    if let Some(loser) = loser {
                        columns.all[loser].target = None;
                        columns.all[loser].is_double = true;
                    }
                }
                Some(Target::New(_) | Target::Ignore) | None => (),
            }
        }
        columns
    }

    /// Several columns may go into the note. The first whose heading says that it is the note stands there as it is.
    fn add_note(&mut self, kind: Kind, position: usize) {
        let column = &self.all[position];
        let is_note = matches!(by_heading(kind, &column.heading), Some((Target::Field(Field::Note), _)));
        let is_plain = is_note && self.notes.iter().all(|noted| noted.title.is_some());
        let title = (!is_plain).then(|| column.title.clone());
        self.by_field[Field::Note as usize].get_or_insert(position);
        self.notes.push(Noted { position, title });
    }

    /// All columns in the order of the file.
    pub fn all(&self) -> &[Column] {
        &self.all
    }

    /// How many columns are understood.
    pub fn known(&self) -> usize {
        self.all.iter().filter(|column| matches!(column.target, Some(Target::Field(_) | Target::Profile(_) | Target::New(_)))).count()
    }

    /// The column of a field.
    pub fn position(&self, field: Field) -> Option<usize> {
        self.by_field[field as usize]
    }

    /// The heading of a field's column; empty where there is none.
    pub fn heading(&self, field: Field) -> &str {
        self.position(field).map_or("", |position| &self.all[position].heading)
    }

    /// What is known of a column of days.
    pub fn day_rules(&self, field: Field) -> DayRules {
        self.position(field).map(|position| self.all[position].rules).unwrap_or_default()
    }

    /// Settles the order of day and month for all columns of which the user said none.
    pub fn settle_days(&mut self, order: Option<DayOrder>) {
        for column in &mut self.all {
            column.rules.order = column.rules.order.or(order);
        }
    }

    pub(super) fn regions(&self) -> &[usize] {
        &self.regions
    }

    pub(super) fn profile(&self) -> &[(usize, String)] {
        &self.profile
    }

    pub(super) fn notes(&self) -> &[Noted] {
        &self.notes
    }

    /// Gives a column for a field of its own the key of that field.
    pub(super) fn put_into_catalogue(&mut self, position: usize, key: String) {
        self.profile.push((position, key));
    }

    /// Columns whose cells are counted or summed up.
    pub(super) fn counted(&self) -> Vec<usize> {
        let is_counted = |column: &Column| matches!(&column.target, Some(Target::Field(field)) if field.is_counted());
        self.all.iter().enumerate().filter(|(_, column)| is_counted(column)).map(|(position, _)| position).collect()
    }

    /// Columns whose cells go nowhere.
    pub(super) fn left_out(&self) -> impl Iterator<Item = usize> {
        let is_out = |column: &Column| matches!(column.target, None | Some(Target::Ignore));
        self.all.iter().enumerate().filter(move |(_, column)| is_out(column)).map(|(position, _)| position)
    }

    /// Fields without which a table of the kind cannot be read; any one of each inner list would do.
    pub fn missing(&self, kind: Kind) -> Vec<&'static [Field]> {
        let needed: &[&[Field]] = match kind {
            Kind::Customers => &[&[Field::MemberNo, Field::Name, Field::Phone]],
            Kind::Visits => &[&[Field::VisitNo], &[Field::Date], &[Field::Amount, Field::Kind]],
            Kind::Lines => &[&[Field::VisitNo], &[Field::Qty], &[Field::Amount, Field::Price]],
        };
        needed.iter().copied().filter(|any| any.iter().all(|&field| self.position(field).is_none())).collect()
    }
}

/// What stands behind the colon of a day's field.
fn day_rules(said: &str) -> Option<DayRules> {
    let none = DayRules::default();
    Some(match said {
        "serial" => DayRules { serial: Some(DateSystem::From1900), ..none },
        "serial1904" => DayRules { serial: Some(DateSystem::From1904), ..none },
        "dmy" => DayRules { order: Some(DayOrder::DayFirst), ..none },
        "mdy" => DayRules { order: Some(DayOrder::MonthFirst), ..none },
        _ => return None,
    })
}

/// The kind of table that a heading row is most like; nothing where none fits.
pub fn guess_kind<'a>(headings: impl Iterator<Item = &'a str> + Clone, mapping: &Mapping) -> Option<Kind> {
    let score = |kind: &Kind| {
        let columns = Columns::recognise(*kind, headings.clone(), mapping);
        // A kind whose needed columns are all there is likelier than one with more columns that happen to fit.
        (columns.missing(*kind).is_empty(), columns.known())
    };
    // Of equals the last wins: lines are the most particular, customers the least.
    Kind::ALL.iter().copied().max_by_key(score).filter(|kind| score(kind).1 > 0)
}

type Dictionary = HashMap<String, (Target, u8)>;

static DICTIONARIES: LazyLock<[Dictionary; 3]> = LazyLock::new(|| [Kind::Customers, Kind::Visits, Kind::Lines].map(dictionary));

fn dictionary(kind: Kind) -> Dictionary {
    let mut all = Dictionary::new();
    for &(field, rank, list) in names::names(kind) {
        all.extend(list.split(' ').map(|name| (name.to_owned(), (Target::Field(field), rank))));
    }
    if kind == Kind::Customers {
        for &(key, list) in names::PROFILE {
            all.extend(list.split(' ').map(|name| (name.to_owned(), (Target::Profile(key.into()), 0))));
        }
    }
    all
}

fn by_heading(kind: Kind, heading: &str) -> Option<(Target, u8)> {
    // As our own tables head the fields of the catalogue.
    if kind == Kind::Customers
        && let Some(key) = heading.trim().strip_prefix("profile.").filter(|key| !key.is_empty())
    {
        return Some((Target::Profile(key.to_owned().into()), 0));
    }
    let key = heading_key(heading);
    let [customers, visits, lines] = &*DICTIONARIES;
    let dictionary = match kind {
        Kind::Customers => customers,
        Kind::Visits => visits,
        Kind::Lines => lines,
    };
    // Every dictionary also knows the fields by their own names, as written by our exports.
    dictionary.get(&key).cloned().or_else(|| {
        let field = Field::ALL.iter().find(|field| field.belongs_to(kind) && word_key(field.as_str()) == key);
        field.map(|&field| (Target::Field(field), 0))
    })
}

/// A heading without what does not name it: blanks, marks, case, `*` and bracketed units or hints.
pub(super) fn heading_key(heading: &str) -> String {
    let (mut depth, mut plain) = (0_usize, String::new());
    for c in heading.chars().filter(|&c| !is_invisible(c)).map(half_width) {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            _ => (),
        }
    }
    let key = word_key(&plain);
    if key.is_empty() { word_key(heading) } else { key }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(kind: Kind, heading: &str) -> Vec<String> {
        let columns = Columns::recognise(kind, heading.split(','), &Mapping::default());
        columns.all().iter().map(|column| column.target.as_ref().map_or("?".into(), |t| t.name().into_owned())).collect()
    }

    #[test]
    fn the_invented_shop_is_known_in_both_languages() {
        let customers = "member_no,name,gender,phone,wechat,birthday,birthday_type,profile.top_size,profile.bottom_size,profile.shoe_size,profile.style,tags,source,staff,joined,address,note";
        let visits = "visit_no,member_no,date,time,staff,kind,pieces,amount,pay,ref_visit_no,note";
        let lines = "visit_no,line_no,style_no,category,color,size,qty,list_price,price,amount";
        for (kind, heading, expected) in [
            (
                Kind::Customers,
                "member_no,name,gender,phone,wechat,birthday,birthday_type,top_size,bottom_size,shoe_size,style,tags,source,staff,joined,address,note",
                customers,
            ),
            (
                Kind::Customers,
                "会员号,姓名,性别,手机,微信,生日,生日类型,上装尺码,下装尺码,鞋码,风格,标签,来源,导购,建档日期,地址,备注",
                customers,
            ),
            (Kind::Visits, "visit_no,member_no,date,time,staff,kind,pieces,amount,pay,ref_visit_no,note", visits),
            (Kind::Visits, "单号,会员号,日期,时间,导购,类型,件数,金额,付款方式,原单号,备注", visits),
            (Kind::Lines, "visit_no,line,style_no,category,color,size,qty,list_price,price,amount", lines),
            (Kind::Lines, "单号,行号,款号,品类,颜色,尺码,数量,吊牌价,成交价,金额", lines),
        ] {
            assert_eq!(fields(kind, heading).join(","), expected);
            assert_eq!(guess_kind(heading.split(','), &Mapping::default()), Some(kind), "{heading}");
        }
    }

    #[test]
    fn the_real_shop_is_known() {
        for (kind, heading, expected) in [
            (Kind::Customers, "customer_id,name,phone,first_date,country", "member_no,name,phone,joined,region"),
            (Kind::Visits, "visit_id,customer_id,date,time,kind,qty,amount", "visit_no,member_no,date,time,kind,pieces,amount"),
            (Kind::Lines, "visit_id,line,style_no,name,qty,unit_price,amount", "visit_no,line_no,style_no,name,qty,price,amount"),
        ] {
            assert_eq!(fields(kind, heading).join(","), expected);
            assert_eq!(guess_kind(heading.split(','), &Mapping::default()), Some(kind));
        }
    }

    #[test]
    fn other_member_systems_are_known() {
        assert_eq!(
            fields(Kind::Customers, "会员卡号,会员姓名*,手机号码（必填）,出生日期,办卡日期,累计消费(元),当前积分,会员等级,推荐人,Ｅmail"),
            ["member_no", "name", "phone", "birthday", "joined", "spend", "points", "level", "referrer", "email"]
        );
        assert_eq!(fields(Kind::Visits, "小票号,卡号,消费时间,实收金额,支付方式"), ["visit_no", "member_no", "date", "amount", "pay"]);
        assert_eq!(
            fields(Kind::Lines, "小票号,货号,商品名称,规格,数量,单价,小计"),
            ["visit_no", "style_no", "name", "size", "qty", "price", "amount"]
        );
    }

    #[test]
    fn of_two_columns_for_one_field_the_better_is_taken_and_the_other_reported() {
        let columns = Columns::recognise(Kind::Customers, "卡号,会员编号,联系电话,手机号,爱好".split(','), &Mapping::default());
        assert_eq!(columns.position(Field::MemberNo), Some(1));
        assert_eq!(columns.position(Field::Phone), Some(3));
        assert_eq!(columns.all().iter().map(|c| c.is_double).collect::<Vec<_>>(), [true, false, true, false, false]);
        assert_eq!(columns.all()[4].target, None);
        assert_eq!(columns.known(), 2);
    }

    #[test]
    fn the_user_is_obeyed() {
        let mut mapping = Mapping::default();
        for text in ["爱好=profile.pastimes", "编码=member_no", "手机=-", "#5=note", "开卡=joined:serial", "款=style_no"] {
            mapping.add(text).unwrap();
        }
        let columns = Columns::recognise(Kind::Customers, "会员号,编码,手机,爱好,其他,开卡".split(','), &mapping);
        let targets: Vec<_> = columns.all().iter().map(|c| c.target.as_ref().map(|t| t.name().into_owned()).unwrap_or_default()).collect();
        assert_eq!(targets, ["", "member_no", "-", "profile.pastimes", "note", "joined"]);
        assert!(columns.day_rules(Field::Joined).serial.is_some() && columns.all()[0].is_double);
        for bad in ["手机", "=phone", "手机=phones", "手机=phone:serial", "手机=profile."] {
            assert!(mapping.add(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_missing_is_said() {
        let missing = |kind, heading: &str| Columns::recognise(kind, heading.split(','), &Mapping::default()).missing(kind).len();
        assert_eq!(missing(Kind::Customers, "手机"), 0);
        assert_eq!(missing(Kind::Customers, "性别,生日"), 1);
        assert_eq!(missing(Kind::Visits, "会员号,备注"), 3);
        assert_eq!(missing(Kind::Lines, "单号,款号"), 2);
        assert_eq!(guess_kind("甲,乙".split(','), &Mapping::default()), None);
    }

    #[test]
    fn no_name_stands_for_two_fields_of_one_kind() {
        for &kind in Kind::ALL {
            let mut seen = HashMap::new();
            let fields = names::names(kind).iter().flat_map(|&(field, _, list)| list.split(' ').map(move |name| (name, field.as_str())));
            let profile = names::PROFILE.iter().flat_map(|&(key, list)| list.split(' ').map(move |name| (name, key)));
            for (name, field) in fields.chain(profile.filter(|_| kind == Kind::Customers)) {
                assert_eq!(heading_key(name), name);
                assert_eq!(seen.insert(name, field), None, "{name} twice for {kind:?}");
            }
            assert!(names::names(kind).iter().all(|(field, ..)| field.belongs_to(kind)));
        }
    }
}
