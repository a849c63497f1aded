//! What columns are called where their headings are repeated, each otherwise.

use super::word_key;

/// One name a column: its heading; of those alike the second and further ones with a number behind; `#3` where there is none.
pub(super) fn titles(headings: &[&str]) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    let is_taken = |title: &str, titles: &[String]| titles.iter().any(|other| other == title);
    for (at, heading) in headings.iter().enumerate() {
        let plain = heading.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = if plain.is_empty() { format!("#{}", at + 1) } else { plain };
        // A number that another heading of the file already has behind it is passed over.
        let is_heading = |title: &str| headings.iter().any(|other| *other != *heading && word_key(other) == word_key(title));
        let numbered = (2..).map(|n| format!("{plain} {n}"));
        let mut all = std::iter::once(plain.clone()).chain(numbered.filter(|title| !is_heading(title)));
        titles.extend(all.find(|title| !is_taken(title, &titles)));
    }
    titles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_name_of_its_own() {
        for (headings, named) in [
            (vec!["爱好", "姓名"], vec!["爱好", "姓名"]),
            (vec!["爱好", "爱好", " 爱好 "], vec!["爱好", "爱好 2", "爱好 3"]),
            (vec!["爱好", "爱好2", "爱好"], vec!["爱好", "爱好2", "爱好 3"]),
            (vec!["", "上次\n喜欢", ""], vec!["#1", "上次 喜欢", "#3"]),
        ] {
            assert_eq!(titles(&headings), named, "{headings:?}");
        }
    }
}
