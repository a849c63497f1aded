use super::*;
use crate::contacts::facts::{Consents, ContactFact, Reach};
use crate::wire::contacts::{Direction, Outcome};
use ContactChannel as C;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Somebody who can be reached by everything and of whom nothing else is known.
fn she() -> ContactFacts {
    ContactFacts { reach: Reach { phone: true, wechat: true, email: true, address: true }, ..ContactFacts::default() }
}

fn contact(on: &str, purpose: Purpose, outcome: Outcome) -> ContactFact {
    ContactFact { day: day(on), purpose, outcome, direction: Direction::Out, channel: C::Wechat }
}

/// Marketing messages on some days that nobody answered.
fn sent(days: &[&str]) -> Vec<ContactFact> {
    days.iter().map(|on| contact(on, Purpose::Marketing, Outcome::Sent)).collect()
}

fn consents(rows: &[(ConsentPurpose, Option<C>, bool)]) -> Consents {
    let mut consents = Consents::default();
    for &(purpose, channel, given) in rows {
        consents.take(purpose, channel, given, false);
    }
    consents
}

/// Of a guardian.
fn guarded(rows: &[(ConsentPurpose, Option<C>, bool, bool)]) -> Consents {
    let mut consents = Consents::default();
    rows.iter().for_each(|&(purpose, channel, given, by_guardian)| consents.take(purpose, channel, given, by_guardian));
    consents
}

const ALL: [Intent; 6] = [Intent::Complaint, Intent::Service, Intent::Greeting, Intent::Reminder, Intent::Offer, Intent::Promotion];

/// Which intents a state of facts stops on WeChat on 2026-11-21, and with what.
fn stopped(facts: &ContactFacts, limits: &ContactLimits) -> Vec<(Intent, Suppression)> {
    ALL.into_iter().filter_map(|intent| may(facts, limits, intent, C::Wechat, day("2026-11-21")).err().map(|why| (intent, why))).collect()
}

#[test]
fn every_reason_stops_what_it_has_to_and_nothing_else() {
    use Intent::{Complaint, Greeting, Offer, Promotion, Reminder, Service};
    let wechat = C::Wechat;
    let withdrawn = |purpose| Suppression::ConsentWithdrawn { purpose, channel: wechat };
    let limits = ContactLimits::default();
    let strict = ContactLimits { marketing_needs_consent: true, ..limits };
    let until = day("2026-12-01");
    let monthly = Suppression::MonthlyLimit { count: 2, until };
    let cases: [(&str, ContactFacts, ContactLimits, &[Intent], Suppression); 19] = [
        ("put away", ContactFacts { active: false, ..she() }, limits, &ALL[1..], Suppression::Inactive),
        ("nothing at all", ContactFacts { wish: ContactWish::None, ..she() }, limits, &ALL[1..], Suppression::DoNotContact),
        ("no promotion", ContactFacts { wish: ContactWish::NoPromotion, ..she() }, limits, &[Offer, Promotion], Suppression::NoPromotion),
        (
            "archive withdrawn",
            ContactFacts { consents: consents(&[(ConsentPurpose::Archive, None, false)]), ..she() },
            limits,
            &ALL[1..],
            withdrawn(ConsentPurpose::Archive),
        ),
        (
            "service withdrawn",
            ContactFacts { consents: consents(&[(ConsentPurpose::Service, Some(wechat), false)]), ..she() },
            limits,
            &[Service, Greeting, Reminder],
            withdrawn(ConsentPurpose::Service),
        ),
        (
            "marketing withdrawn",
            ContactFacts { consents: consents(&[(ConsentPurpose::Marketing, None, false)]), ..she() },
            limits,
            &[Offer, Promotion],
            withdrawn(ConsentPurpose::Marketing),
        ),
        ("consent missing", she(), strict, &[Offer, Promotion], Suppression::ConsentMissing { channel: wechat }),
        ("17", ContactFacts { age: Age::Under18, ..she() }, limits, &[Offer, Promotion], Suppression::Minor { under: 18 }),
        ("13", ContactFacts { age: Age::Under14, ..she() }, limits, &ALL[1..], Suppression::Minor { under: 14 }),
        (
            "13, a guardian agreed",
            ContactFacts { age: Age::Under14, consents: guarded(&[(ConsentPurpose::Service, None, true, true)]), ..she() },
            limits,
            &[Offer, Promotion],
            Suppression::Minor { under: 14 },
        ),
        (
            "13, and she agreed herself before that was known",
            ContactFacts { age: Age::Under14, consents: consents(&[(ConsentPurpose::Service, None, true)]), ..she() },
            limits,
            &ALL[1..],
            Suppression::Minor { under: 14 },
        ),
        (
            "open complaint",
            ContactFacts { open_complaint: true, ..she() },
            limits,
            &[Reminder, Offer, Promotion],
            Suppression::OpenComplaint,
        ),
        (
            "no WeChat",
            ContactFacts { reach: Reach { wechat: false, ..she().reach }, ..she() },
            limits,
            &ALL,
            Suppression::NoChannel { channel: wechat },
        ),
        (
            "two this month, and she answered",
            ContactFacts {
                contacts: [sent(&["2026-11-01", "2026-11-05"]), vec![contact("2026-11-06", Purpose::Service, Outcome::Replied)]].concat(),
                ..she()
            },
            limits,
            &[Offer, Promotion],
            monthly,
        ),
        (
            "three unanswered, one of them this month",
            ContactFacts { contacts: sent(&["2026-09-01", "2026-10-05", "2026-11-06"]), ..she() },
            limits,
            &[Offer, Promotion],
            Suppression::Unanswered { count: 3, until },
        ),
        (
            "two unanswered",
            ContactFacts { contacts: sent(&["2026-10-05", "2026-11-06"]), ..she() },
            ContactLimits { unanswered: 2, ..limits },
            &[Offer, Promotion],
            Suppression::Unanswered { count: 2, until },
        ),
        (
            "here yesterday",
            ContactFacts { last_visit: Some(day("2026-11-20")), ..she() },
            limits,
            &[Reminder, Promotion],
            Suppression::TooSoon { last: day("2026-11-20"), visited: true, until: day("2026-11-27") },
        ),
        (
            "called today, without an answer",
            ContactFacts { contacts: vec![contact("2026-11-21", Purpose::Service, Outcome::NoAnswer)], ..she() },
            limits,
            &[Reminder, Promotion],
            Suppression::TooSoon { last: day("2026-11-21"), visited: false, until: day("2026-11-28") },
        ),
        (
            "wrote herself",
            ContactFacts {
                contacts: vec![ContactFact { direction: Direction::In, ..contact("2026-11-15", Purpose::Service, Outcome::Replied) }],
                ..she()
            },
            limits,
            &[Reminder, Promotion],
            Suppression::TooSoon { last: day("2026-11-15"), visited: false, until: day("2026-11-22") },
        ),
    ];
    assert_eq!(stopped(&she(), &limits), []);
    assert_eq!(Complaint.purpose(), Purpose::Service);
    for (name, facts, limits, intents, why) in cases {
        let want: Vec<_> = ALL.into_iter().filter(|intent| intents.contains(intent)).map(|intent| (intent, why)).collect();
        assert_eq!(stopped(&facts, &limits), want, "{name}");
    }
}

#[test]
fn the_month_is_the_calendar_month() {
    let limits = ContactLimits { quiet_days: 0, unanswered: 0, ..ContactLimits::default() };
    for (messages, today, until) in [
        (["2026-01-30", "2026-01-31"], "2026-01-31", Some("2026-02-01")),
        (["2026-01-30", "2026-01-31"], "2026-02-01", None),
        (["2026-01-01", "2026-01-31"], "2026-01-31", Some("2026-02-01")),
        (["2025-12-31", "2026-01-01"], "2026-01-01", None),
        (["2028-02-01", "2028-02-29"], "2028-02-29", Some("2028-03-01")),
        (["2028-02-28", "2028-02-29"], "2028-03-01", None),
        (["2026-02-27", "2026-02-28"], "2026-02-28", Some("2026-03-01")),
        (["2026-12-01", "2026-12-31"], "2026-12-31", Some("2027-01-01")),
        (["2026-12-01", "2026-12-31"], "2027-01-01", None),
        // What is dated later than today has not happened yet.
        (["2026-11-20", "2026-11-22"], "2026-11-21", None),
        (["2025-11-20", "2025-11-21"], "2026-11-21", None),
    ] {
        let facts = ContactFacts { contacts: sent(&messages), ..she() };
        let want = until.map_or(Ok(()), |until| Err(Suppression::MonthlyLimit { count: 2, until: day(until) }));
        assert_eq!(may(&facts, &limits, Intent::Offer, C::Wechat, day(today)), want, "{messages:?} {today}");
    }
}

#[test]
fn the_quiet_days_end_on_their_day() {
    let limits = ContactLimits::default();
    for (visit, quiet, today, until) in [
        ("2026-11-14", 7, "2026-11-20", Some("2026-11-21")),
        ("2026-11-14", 7, "2026-11-21", None),
        ("2026-12-28", 7, "2027-01-03", Some("2027-01-04")),
        ("2026-12-28", 7, "2027-01-04", None),
        ("2028-02-22", 7, "2028-02-28", Some("2028-02-29")),
        ("2028-02-22", 7, "2028-02-29", None),
        ("2027-02-22", 7, "2027-02-28", Some("2027-03-01")),
        ("2028-02-29", 1, "2028-02-29", Some("2028-03-01")),
        ("2028-02-29", 1, "2028-03-01", None),
        ("2026-11-21", 0, "2026-11-21", None),
        ("2026-11-22", 7, "2026-11-21", None),
    ] {
        let facts = ContactFacts { last_visit: Some(day(visit)), ..she() };
        let limits = ContactLimits { quiet_days: quiet, ..limits };
        let want = until.map_or(Ok(()), |until| Err(Suppression::TooSoon { last: day(visit), visited: true, until: day(until) }));
        assert_eq!(may(&facts, &limits, Intent::Reminder, C::Phone, day(today)), want, "{visit} {quiet} {today}");
    }
}

#[test]
fn a_visit_or_a_word_from_her_ends_the_silence() {
    let limits = ContactLimits { quiet_days: 0, ..ContactLimits::default() };
    let silent = sent(&["2026-08-10", "2026-09-10", "2026-10-10", "2026-11-10"]);
    let today = day("2026-11-21");
    let with = |more: ContactFact| ContactFacts { contacts: [silent.clone(), vec![more]].concat(), ..she() };
    let out = |on: &str, outcome| contact(on, Purpose::Service, outcome);
    let cases = [
        ("nothing", ContactFacts { contacts: silent.clone(), ..she() }, 4),
        ("a visit on the last day", ContactFacts { contacts: silent.clone(), last_visit: Some(day("2026-11-10")), ..she() }, 0),
        ("a visit before the last", ContactFacts { contacts: silent.clone(), last_visit: Some(day("2026-11-09")), ..she() }, 1),
        ("a visit before all", ContactFacts { contacts: silent.clone(), last_visit: Some(day("2026-08-09")), ..she() }, 4),
        ("she was reached", with(out("2026-10-20", Outcome::Reached)), 1),
        ("she replied", with(out("2026-10-10", Outcome::Replied)), 1),
        ("she was not reached", with(out("2026-11-15", Outcome::NoAnswer)), 4),
        ("another message of service", with(out("2026-11-15", Outcome::Sent)), 4),
        ("she wrote", with(ContactFact { direction: Direction::In, ..out("2026-11-15", Outcome::Sent) }), 0),
        ("she will write", with(ContactFact { direction: Direction::In, ..out("2026-11-22", Outcome::Sent) }), 4),
        ("a missed call of marketing", with(contact("2026-11-15", Purpose::Marketing, Outcome::NoAnswer)), 5),
        ("an offer in the shop", with(ContactFact { channel: C::InPerson, ..contact("2026-11-15", Purpose::Marketing, Outcome::Sent) }), 4),
    ];
    for (name, facts, count) in cases {
        assert_eq!(facts.unanswered(today), count, "{name}");
        let stopped = matches!(may(&facts, &limits, Intent::Promotion, C::Wechat, today), Err(Suppression::Unanswered { .. }));
        assert_eq!(stopped, count >= 3, "{name}");
    }
    // One a month is still allowed: the next month begins with none.
    let facts = ContactFacts { contacts: silent.clone(), ..she() };
    assert_eq!(may(&facts, &limits, Intent::Promotion, C::Wechat, day("2026-12-01")), Ok(()));
    let two = ContactLimits { after_unanswered: 2, ..limits };
    assert_eq!(may(&facts, &two, Intent::Promotion, C::Wechat, today), Ok(()));
}

#[test]
fn what_only_a_person_can_lift_comes_before_what_time_lifts_and_the_longest_first() {
    let limits = ContactLimits { quiet_days: 30, ..ContactLimits::default() };
    let mut facts = ContactFacts { contacts: sent(&["2026-11-10", "2026-11-20"]), ..she() };
    let today = day("2026-11-21");
    let soon = Suppression::TooSoon { last: day("2026-11-20"), visited: false, until: day("2026-12-20") };
    let month = Suppression::MonthlyLimit { count: 2, until: day("2026-12-01") };
    assert_eq!(reasons(&facts, &limits, Intent::Promotion, C::Wechat, today), [month, soon]);
    assert_eq!(may(&facts, &limits, Intent::Promotion, C::Wechat, today), Err(soon));
    assert_eq!(may(&facts, &limits, Intent::Offer, C::Wechat, today), Err(month));
    facts.open_complaint = true;
    assert_eq!(may(&facts, &limits, Intent::Promotion, C::Wechat, today), Err(Suppression::OpenComplaint));
    assert_eq!(reasons(&facts, &limits, Intent::Promotion, C::Wechat, today).len(), 3);
    // The third unanswered one in a month: silence is named rather than the count, both end alike.
    facts = ContactFacts { contacts: sent(&["2026-11-01", "2026-11-02", "2026-11-03"]), ..she() };
    let silence = Suppression::Unanswered { count: 3, until: day("2026-12-01") };
    assert_eq!(may(&facts, &limits, Intent::Offer, C::Wechat, today), Err(silence));
    assert_eq!(soon.until().zip(month.until()), Some((day("2026-12-20"), day("2026-12-01"))));
    assert_eq!(Suppression::OpenComplaint.until(), None);
}

#[test]
fn the_latest_word_on_consent_holds_for_its_channel() {
    use ConsentPurpose::Marketing;
    for (rows, wechat, sms) in [
        (vec![], None, None),
        (vec![(Marketing, None, true)], Some(true), Some(true)),
        (vec![(Marketing, None, true), (Marketing, Some(C::Sms), false)], Some(true), Some(false)),
        (vec![(Marketing, Some(C::Sms), false), (Marketing, None, true)], Some(true), Some(true)),
        (vec![(Marketing, Some(C::Sms), true), (Marketing, None, false)], Some(false), Some(false)),
        (vec![(Marketing, Some(C::Wechat), true), (Marketing, Some(C::Wechat), false)], Some(false), None),
        (vec![(ConsentPurpose::Service, None, false)], None, None),
        (vec![(Marketing, Some(C::InPerson), false)], None, None),
    ] {
        let held = consents(&rows);
        assert_eq!((held.marketing.of(C::Wechat), held.marketing.of(C::Sms)), (wechat, sms), "{rows:?}");
        assert_eq!(held.marketing.of(C::InPerson), None);
        assert_eq!(held.marketing.any_withdrawn(), wechat == Some(false) || sms == Some(false));
    }
    let strict = ContactLimits { marketing_needs_consent: true, ..ContactLimits::default() };
    let facts = ContactFacts { consents: consents(&[(Marketing, Some(C::Sms), true)]), ..she() };
    assert_eq!(may(&facts, &strict, Intent::Promotion, C::Sms, day("2026-11-21")), Ok(()));
    let missing = Err(Suppression::ConsentMissing { channel: C::Phone });
    assert_eq!(may(&facts, &strict, Intent::Promotion, C::Phone, day("2026-11-21")), missing);
    assert_eq!(may(&facts, &strict, Intent::Promotion, C::InPerson, day("2026-11-21")), Ok(()), "a word over the counter needs none");
}

#[test]
fn for_a_child_a_guardians_word_holds_until_it_is_taken_back_and_not_again_by_hers() {
    use ConsentPurpose::{Marketing, Service};
    for (rows, wechat, sms) in [
        (vec![(Service, None, true, false)], false, false),
        (vec![(Service, None, true, true)], true, true),
        (vec![(Service, None, true, false), (Service, Some(C::Sms), true, true)], false, true),
        (vec![(Service, None, true, true), (Service, None, true, false)], true, true),
        (vec![(Service, None, true, true), (Service, Some(C::Sms), false, false)], true, false),
        (vec![(Service, None, true, true), (Service, None, false, false), (Service, None, true, false)], false, false),
        (vec![(Marketing, None, true, true)], false, false),
    ] {
        let held = guarded(&rows);
        assert_eq!((held.service.is_guarded(C::Wechat), held.service.is_guarded(C::Sms)), (wechat, sms), "{rows:?}");
        assert!(!held.service.is_guarded(C::InPerson));
    }
}

#[test]
fn the_channel_she_prefers_is_suggested_where_it_can_be_taken() {
    let reach = Reach { phone: true, ..Reach::default() };
    for (facts, wanted, want) in [
        (she(), C::Phone, C::Phone),
        (ContactFacts { preferred: Some(C::Email), ..she() }, C::Wechat, C::Email),
        (ContactFacts { preferred: Some(C::InPerson), ..she() }, C::Wechat, C::InPerson),
        (ContactFacts { preferred: Some(C::Wechat), reach, ..she() }, C::Phone, C::Phone),
        (ContactFacts { reach, ..she() }, C::Wechat, C::Sms),
        (ContactFacts { reach: Reach::default(), ..she() }, C::Wechat, C::Wechat),
        (
            ContactFacts { preferred: Some(C::Sms), consents: consents(&[(ConsentPurpose::Marketing, Some(C::Sms), false)]), ..she() },
            C::Phone,
            C::Phone,
        ),
    ] {
        assert_eq!(suggest(&facts, Intent::Promotion, wanted), want, "{facts:?}");
    }
}

#[test]
fn each_channel_needs_its_field() {
    let only = |phone, wechat, email, address| Reach { phone, wechat, email, address };
    for (reach, has) in [
        (only(true, false, false, false), vec![C::Phone, C::Sms, C::InPerson]),
        (only(false, true, false, false), vec![C::Wechat, C::InPerson]),
        (only(false, false, true, false), vec![C::Email, C::InPerson]),
        (only(false, false, false, true), vec![C::Letter, C::InPerson]),
    ] {
        assert_eq!(C::ALL.iter().copied().filter(|&channel| reach.has(channel)).collect::<Vec<_>>(), has);
    }
}

#[test]
fn messages_go_out_in_their_hours() {
    let limits = ContactLimits::default();
    assert_eq!((0..24).filter(|&hour| limits.in_hours(hour)).collect::<Vec<_>>(), (9..21).collect::<Vec<_>>());
}
