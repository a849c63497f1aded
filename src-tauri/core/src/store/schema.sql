-- The whole present schema. Days are TEXT 'YYYY-MM-DD' in the shop's zone, instants INTEGER milliseconds UTC,
-- money INTEGER fen, yes/no INTEGER 0/1. Nothing cascades: whoever deletes says what becomes of the rest.
--
-- Part 1: facts. Every one of these tables is watched by the history (store/watch.rs), so each has an INTEGER id.

CREATE TABLE setting (
  id    INTEGER PRIMARY KEY,
  key   TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL                -- JSON
) STRICT;

CREATE TABLE staff (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE,
  role      TEXT NOT NULL CHECK (role IN ('owner', 'clerk')),
  is_active INTEGER NOT NULL DEFAULT 1
) STRICT;

-- AUTOINCREMENT: a customer's number is never given to somebody else, not even after an undo or an erasure.
CREATE TABLE customer (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  member_no         TEXT NOT NULL UNIQUE,
  name              TEXT NOT NULL,
  name_key          TEXT NOT NULL,   -- full pinyin of the name, for sorting
  nickname          TEXT,            -- how she likes to be addressed
  gender            TEXT CHECK (gender IN ('f', 'm')),
  birthday_calendar TEXT CHECK (birthday_calendar IN ('solar', 'lunar')),
  birthday_year     INTEGER,         -- empty when unknown; never a filler year
  birthday_month    INTEGER,
  birthday_day      INTEGER,
  birthday_leap     INTEGER NOT NULL DEFAULT 0,
  age_band          TEXT,
  wechat            TEXT,
  email             TEXT,
  address           TEXT,
  preferred_channel TEXT,
  source            TEXT,
  referrer_id       INTEGER REFERENCES customer (id),
  staff_id          INTEGER REFERENCES staff (id),
  joined_on         TEXT NOT NULL,
  note              TEXT,
  status            TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'archived', 'cancelled')),
  merged_into_id    INTEGER REFERENCES customer (id)
) STRICT;
CREATE INDEX customer_by_referrer ON customer (referrer_id) WHERE referrer_id IS NOT NULL;
CREATE INDEX customer_by_staff ON customer (staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX customer_by_merge ON customer (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX customer_by_name ON customer (name_key, id);
CREATE INDEX customer_by_joined ON customer (joined_on, id);
CREATE INDEX customer_by_birthday ON customer (birthday_month, birthday_day) WHERE birthday_month IS NOT NULL;

CREATE TABLE phone (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  number      TEXT NOT NULL,         -- as typed
  digits      TEXT NOT NULL,         -- folded, for matching
  label       TEXT,
  position    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX phone_by_customer ON phone (customer_id, position);
CREATE INDEX phone_by_digits ON phone (digits);

CREATE TABLE profile_field (
  id           INTEGER PRIMARY KEY,
  key          TEXT NOT NULL UNIQUE,
  label        TEXT NOT NULL,
  part         TEXT NOT NULL CHECK (part IN ('hard', 'soft')),
  kind         TEXT NOT NULL CHECK (kind IN ('text', 'choice', 'multi', 'number', 'date')),
  options      TEXT NOT NULL DEFAULT '[]',  -- JSON array of texts
  weight       INTEGER NOT NULL DEFAULT 1,
  is_on        INTEGER NOT NULL DEFAULT 1,
  is_sensitive INTEGER NOT NULL DEFAULT 0,
  is_builtin   INTEGER NOT NULL DEFAULT 0,  -- lives in a column of customer or in phone
  question     TEXT,                        -- the next best question, as a clerk says it
  asking       TEXT NOT NULL DEFAULT '{}',  -- JSON: when to ask it
  position     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE profile_value (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  field_id    INTEGER NOT NULL REFERENCES profile_field (id),
  value       TEXT NOT NULL,
  learned_on  TEXT NOT NULL,
  staff_id    INTEGER REFERENCES staff (id),
  visit_id    INTEGER REFERENCES visit (id),
  ended_on    TEXT                    -- the day it stopped being so; empty while it holds
) STRICT;
CREATE INDEX profile_value_by_customer ON profile_value (customer_id, field_id);
CREATE INDEX profile_value_by_field ON profile_value (field_id);
CREATE INDEX profile_value_by_staff ON profile_value (staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX profile_value_by_visit ON profile_value (visit_id) WHERE visit_id IS NOT NULL;

CREATE TABLE important_date (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  label       TEXT NOT NULL,
  calendar    TEXT NOT NULL CHECK (calendar IN ('solar', 'lunar')),
  year        INTEGER,
  month       INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  leap        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX important_date_by_customer ON important_date (customer_id);
CREATE INDEX important_date_by_day ON important_date (month, day);

CREATE TABLE relation (
  id       INTEGER PRIMARY KEY,
  from_id  INTEGER NOT NULL REFERENCES customer (id),
  to_id    INTEGER NOT NULL REFERENCES customer (id),
  kind     TEXT NOT NULL CHECK (kind IN ('spouse', 'parent', 'child', 'sibling', 'friend', 'colleague', 'other')),  -- to_id is from_id's ...
  note     TEXT,
  CHECK (from_id <> to_id)
) STRICT;
CREATE INDEX relation_by_from ON relation (from_id);
CREATE INDEX relation_by_to ON relation (to_id);

CREATE TABLE tag (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE customer_tag (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  tag_id      INTEGER NOT NULL REFERENCES tag (id),
  added_on    TEXT NOT NULL,
  UNIQUE (customer_id, tag_id)
) STRICT;
CREATE INDEX customer_tag_by_tag ON customer_tag (tag_id);

CREATE TABLE wish (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  visit_id    INTEGER REFERENCES visit (id),
  style_no    TEXT,
  name        TEXT,
  color       TEXT,
  size        TEXT,
  reason      TEXT,                  -- why she did not buy, or what she is waiting for
  noted_on    TEXT NOT NULL,
  status      TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'bought', 'dropped'))
) STRICT;
CREATE INDEX wish_by_customer ON wish (customer_id);
CREATE INDEX wish_by_visit ON wish (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX wish_by_style ON wish (style_no) WHERE style_no IS NOT NULL;

CREATE TABLE popup_note (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  text        TEXT NOT NULL,
  until_day   TEXT                   -- last day it is shown; empty for always
) STRICT;
CREATE INDEX popup_note_by_customer ON popup_note (customer_id);

-- AUTOINCREMENT: the history and the accountant's files speak of a visit by its id after an undo took it away.
CREATE TABLE visit (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  visit_no     TEXT NOT NULL UNIQUE, -- 'yyyymmdd' and a running number of the day, or the number of the imported book
  receipt      TEXT,                 -- made by the client before the first try, so that no save happens twice
  customer_id  INTEGER REFERENCES customer (id),  -- empty for a walk-in (散客)
  at           INTEGER NOT NULL,
  day          TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('purchase', 'browse', 'return', 'exchange', 'service')),
  is_day_total INTEGER NOT NULL DEFAULT 0,        -- one row for all of a day's walk-ins
  staff_id     INTEGER REFERENCES staff (id),
  pieces       INTEGER NOT NULL DEFAULT 0,        -- = sum of the lines' qty where there are lines
  list_total   INTEGER NOT NULL DEFAULT 0,        -- fen at list prices, signed like total
  total        INTEGER NOT NULL DEFAULT 0,        -- fen really paid; = sum of the lines' amount where there are lines
  ref_visit_id INTEGER REFERENCES visit (id),     -- the sale a return or exchange brings back from, where known
  voucher_id   INTEGER REFERENCES voucher (id),   -- entered with it; whether it still counts as used, the voucher says
  voucher_off  INTEGER NOT NULL DEFAULT 0,        -- fen it took off; already off in the lines' amount
  points_used  INTEGER NOT NULL DEFAULT 0,        -- entered with it; what came back since, the ledger says
  points_off   INTEGER NOT NULL DEFAULT 0,        -- fen they took off; already off in the lines' amount
  ticket_no    TEXT,                              -- number on the shop's paper receipt
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  motive       TEXT,
  companions   TEXT,
  feedback     TEXT,                              -- what she said about what she tried
  note         TEXT,
  voided_at    INTEGER,
  void_reason  TEXT
) STRICT;
CREATE UNIQUE INDEX visit_by_receipt ON visit (receipt) WHERE receipt IS NOT NULL;
CREATE INDEX visit_by_customer ON visit (customer_id, day, at, voided_at, kind, total, pieces);
CREATE INDEX visit_by_day ON visit (day, at);
CREATE INDEX visit_by_staff ON visit (staff_id, day) WHERE staff_id IS NOT NULL;
CREATE INDEX visit_by_ref ON visit (ref_visit_id) WHERE ref_visit_id IS NOT NULL;
CREATE INDEX visit_by_voucher ON visit (voucher_id) WHERE voucher_id IS NOT NULL;

CREATE TABLE visit_line (
  id          INTEGER PRIMARY KEY,
  visit_id    INTEGER NOT NULL REFERENCES visit (id),
  line_no     INTEGER NOT NULL,
  style_no    TEXT,
  name        TEXT,
  category    TEXT,
  color       TEXT,
  size        TEXT,
  qty         INTEGER NOT NULL,      -- negative when brought back
  list_price  INTEGER,               -- fen a piece
  price       INTEGER NOT NULL,      -- fen a piece, before a voucher or points
  amount      INTEGER NOT NULL,      -- fen really paid: qty * price less its part of voucher and points, or as an import says
  reason      TEXT CHECK (reason IN ('level', 'birthday', 'voucher', 'points', 'promotion', 'manual')),
  reason_note TEXT,
  reverses_id INTEGER REFERENCES visit_line (id)   -- the bought line this one brings back
) STRICT;
CREATE UNIQUE INDEX visit_line_by_visit ON visit_line (visit_id, line_no);
CREATE INDEX visit_line_by_style ON visit_line (style_no, visit_id) WHERE style_no IS NOT NULL;
CREATE INDEX visit_line_by_category ON visit_line (category, visit_id) WHERE category IS NOT NULL;
CREATE INDEX visit_line_by_reversed ON visit_line (reverses_id) WHERE reverses_id IS NOT NULL;

CREATE TABLE payment (
  id       INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES visit (id),
  method   TEXT NOT NULL CHECK (method IN ('cash', 'wechat', 'alipay', 'card', 'stored', 'other')),
  amount   INTEGER NOT NULL
) STRICT;
CREATE INDEX payment_by_visit ON payment (visit_id);

CREATE TABLE level (
  id       INTEGER PRIMARY KEY,
  rank     INTEGER NOT NULL UNIQUE,  -- 0 is what everybody has
  name     TEXT NOT NULL UNIQUE,
  benefits TEXT NOT NULL             -- JSON, levels/rules.rs
) STRICT;

-- The rules of a day are those of the latest row with from_day <= that day.
CREATE TABLE level_rule_set (
  id       INTEGER PRIMARY KEY,
  from_day TEXT NOT NULL,
  rules    TEXT NOT NULL             -- JSON, levels/rules.rs
) STRICT;

CREATE TABLE level_campaign (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day   TEXT NOT NULL,
  level_id INTEGER NOT NULL REFERENCES level (id)
) STRICT;
CREATE INDEX level_campaign_by_level ON level_campaign (level_id);

CREATE TABLE level_review (
  id         INTEGER PRIMARY KEY,
  day        TEXT NOT NULL,          -- the day the figures were taken
  applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE level_decision (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  level_id    INTEGER NOT NULL REFERENCES level (id),
  day         TEXT NOT NULL,
  at          INTEGER NOT NULL,
  source      TEXT NOT NULL CHECK (source IN ('review', 'manual', 'opening', 'campaign')),
  review_id   INTEGER REFERENCES level_review (id),
  reason      TEXT
) STRICT;
CREATE INDEX level_decision_by_customer ON level_decision (customer_id, day);
CREATE INDEX level_decision_by_level ON level_decision (level_id);
CREATE INDEX level_decision_by_review ON level_decision (review_id) WHERE review_id IS NOT NULL;

-- Append-only. Expiry is a conclusion of (entries, today), never a row.
CREATE TABLE points_entry (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  visit_id    INTEGER REFERENCES visit (id),
  day         TEXT NOT NULL,
  at          INTEGER NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('earn', 'redeem', 'gift', 'adjust', 'opening', 'reverse')),
  points      INTEGER NOT NULL,
  rate        INTEGER,               -- of an earn entry: points a yuan in 10^-12, so that part returns take back to the point
  expires_on  TEXT,                  -- last valid day of a positive entry
  reverses_id INTEGER REFERENCES points_entry (id),
  reason      TEXT
) STRICT;
CREATE INDEX points_entry_by_customer ON points_entry (customer_id, day);
CREATE INDEX points_entry_by_day ON points_entry (day, kind, points);
CREATE INDEX points_entry_by_end ON points_entry (expires_on, customer_id) WHERE expires_on IS NOT NULL;
CREATE INDEX points_entry_by_visit ON points_entry (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX points_entry_by_hand ON points_entry (id) WHERE visit_id IS NULL;
CREATE INDEX points_entry_by_reversed ON points_entry (reverses_id) WHERE reverses_id IS NOT NULL;

CREATE TABLE voucher (
  id              INTEGER PRIMARY KEY,
  customer_id     INTEGER NOT NULL REFERENCES customer (id),
  kind            TEXT NOT NULL CHECK (kind IN ('second_visit', 'birthday', 'apology', 'recall', 'gift')),
  amount_off      INTEGER,           -- fen; either this or percent_off
  percent_off     INTEGER,
  min_spend       INTEGER NOT NULL DEFAULT 0,
  valid_from      TEXT NOT NULL,
  valid_to        TEXT NOT NULL,
  issued_at       INTEGER NOT NULL,
  issued_visit_id INTEGER REFERENCES visit (id),
  used_visit_id   INTEGER REFERENCES visit (id),
  used_off        INTEGER,           -- fen it was worth on that visit
  reason          TEXT,              -- why it was given, in somebody's words
  cancelled_at    INTEGER,
  cancel_reason   TEXT,
  CHECK ((amount_off IS NULL) <> (percent_off IS NULL))
) STRICT;
CREATE INDEX voucher_by_customer ON voucher (customer_id);
CREATE INDEX voucher_by_issued ON voucher (issued_visit_id) WHERE issued_visit_id IS NOT NULL;
CREATE INDEX voucher_by_used ON voucher (used_visit_id) WHERE used_visit_id IS NOT NULL;
CREATE INDEX voucher_by_valid_to ON voucher (valid_to);
CREATE INDEX voucher_by_issue ON voucher (issued_at);

CREATE TABLE benefit_grant (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  name        TEXT NOT NULL,
  granted_on  TEXT NOT NULL,
  valid_to    TEXT,
  given_on    TEXT,
  visit_id    INTEGER REFERENCES visit (id),
  note        TEXT
) STRICT;
CREATE INDEX benefit_grant_by_customer ON benefit_grant (customer_id);
CREATE INDEX benefit_grant_by_visit ON benefit_grant (visit_id) WHERE visit_id IS NOT NULL;

-- Care (关怀): who may be addressed, what was said, what is to be done.

-- Append-only. The latest row of a purpose and channel holds; a row without a channel is about all of them. `wording` is the version of
-- the privacy notice it was said under, `guardian` who said it for a child.
CREATE TABLE consent (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  purpose     TEXT NOT NULL CHECK (purpose IN ('archive', 'service', 'marketing')),
  channel     TEXT CHECK (channel IN ('phone', 'wechat', 'sms', 'email', 'letter')),
  is_given    INTEGER NOT NULL,      -- 0: withdrawn
  at          INTEGER NOT NULL,
  day         TEXT NOT NULL,
  staff_id    INTEGER REFERENCES staff (id),
  note        TEXT                   -- how she said it
, wording INTEGER, guardian TEXT) STRICT;
CREATE INDEX consent_by_customer ON consent (customer_id, id, purpose, channel, is_given);
CREATE INDEX consent_by_staff ON consent (staff_id) WHERE staff_id IS NOT NULL;

-- What she said about keeping a sensitive field; append-only, the latest row of a field holds.
CREATE TABLE sensitive_consent (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  field_id    INTEGER NOT NULL REFERENCES profile_field (id),
  is_given    INTEGER NOT NULL,      -- 0: withdrawn
  at          INTEGER NOT NULL,
  day         TEXT NOT NULL,
  staff_id    INTEGER REFERENCES staff (id),
  wording     INTEGER,               -- the version of the privacy notice it was said under
  note        TEXT                   -- how she said it
) STRICT;
CREATE INDEX sensitive_consent_by_customer ON sensitive_consent (customer_id, field_id, id);
CREATE INDEX sensitive_consent_by_field ON sensitive_consent (field_id);
CREATE INDEX sensitive_consent_by_staff ON sensitive_consent (staff_id) WHERE staff_id IS NOT NULL;

-- Whether she wants to hear from the shop at all, or only without promotion. No row: she said nothing of the kind.
CREATE TABLE contact_wish (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL UNIQUE REFERENCES customer (id),
  wish        TEXT NOT NULL CHECK (wish IN ('no_promotion', 'none')),
  day         TEXT NOT NULL,
  note        TEXT
) STRICT;

CREATE TABLE message_template (
  id         INTEGER PRIMARY KEY,
  key        TEXT UNIQUE,            -- of a template that ships with the program; empty for one of the shop's own
  occasion   TEXT NOT NULL,
  language   TEXT NOT NULL,          -- 'zh-CN', 'en'
  title      TEXT NOT NULL,
  text       TEXT NOT NULL,          -- with {placeholders}
  purpose    TEXT NOT NULL CHECK (purpose IN ('service', 'greeting', 'marketing')),
  is_on      INTEGER NOT NULL DEFAULT 1,
  position   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX message_template_by_occasion ON message_template (occasion);

CREATE TABLE festival (
  id       INTEGER PRIMARY KEY,
  key      TEXT UNIQUE,              -- of one that ships with the program
  name     TEXT NOT NULL,
  rule     TEXT NOT NULL,            -- JSON: on which day of a year it falls
  is_on    INTEGER NOT NULL DEFAULT 1,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE closed_day (
  id       INTEGER PRIMARY KEY,
  from_day TEXT NOT NULL,
  to_day   TEXT NOT NULL,
  reason   TEXT
) STRICT;
CREATE INDEX closed_day_by_day ON closed_day (from_day, to_day);

CREATE TABLE care_rule (
  id       INTEGER PRIMARY KEY,
  key      TEXT UNIQUE,              -- of a rule that ships with the program
  name     TEXT NOT NULL,
  rule     TEXT NOT NULL,            -- JSON: trigger, conditions, delay, channel, purpose, template, who, expiry
  is_on    INTEGER NOT NULL DEFAULT 1,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A task somebody set by hand or for a whole segment at once. All other tasks are conclusions and have no row.
CREATE TABLE follow_up (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  title       TEXT NOT NULL,
  due_on      TEXT NOT NULL,
  expires_on  TEXT,                  -- last day it makes sense; empty for always
  channel     TEXT CHECK (channel IN ('phone', 'wechat', 'sms', 'email', 'letter')),
  purpose     TEXT NOT NULL CHECK (purpose IN ('service', 'greeting', 'marketing')),
  template_id INTEGER REFERENCES message_template (id),
  staff_id    INTEGER REFERENCES staff (id),
  batch       TEXT,                  -- the name of the batch it was set with
  made_on     TEXT NOT NULL
) STRICT;
CREATE INDEX follow_up_by_customer ON follow_up (customer_id);
CREATE INDEX follow_up_by_expiry ON follow_up (expires_on, due_on);
CREATE INDEX follow_up_by_template ON follow_up (template_id) WHERE template_id IS NOT NULL;
CREATE INDEX follow_up_by_staff ON follow_up (staff_id) WHERE staff_id IS NOT NULL;

CREATE TABLE complaint (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  visit_id    INTEGER REFERENCES visit (id),
  line_id     INTEGER REFERENCES visit_line (id),
  staff_id    INTEGER REFERENCES staff (id),      -- who answers for it
  kind        TEXT NOT NULL CHECK (kind IN ('goods', 'service', 'price', 'other')),
  what        TEXT NOT NULL,
  opened_at   INTEGER NOT NULL,
  opened_on   TEXT NOT NULL,
  answered_at INTEGER,
  solved_at   INTEGER,
  solved_on   TEXT,
  solution    TEXT,
  is_satisfied INTEGER,              -- empty until she was asked
  followed_up_on TEXT
) STRICT;
CREATE INDEX complaint_by_customer ON complaint (customer_id);
CREATE INDEX complaint_open ON complaint (opened_on) WHERE solved_at IS NULL;
CREATE INDEX complaint_by_opening ON complaint (opened_on);
CREATE INDEX complaint_by_solution ON complaint (solved_at, id) WHERE solved_at IS NOT NULL;
CREATE INDEX complaint_to_follow ON complaint (solved_on) WHERE solved_at IS NOT NULL AND followed_up_on IS NULL;
CREATE INDEX complaint_by_visit ON complaint (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX complaint_by_line ON complaint (line_id) WHERE line_id IS NOT NULL;
CREATE INDEX complaint_by_staff ON complaint (staff_id) WHERE staff_id IS NOT NULL;

CREATE TABLE complaint_hold (
  id           INTEGER PRIMARY KEY,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id),
  from_at      INTEGER NOT NULL,
  to_at        INTEGER,              -- empty while waiting for her
  reason       TEXT NOT NULL
) STRICT;
CREATE INDEX complaint_hold_by_complaint ON complaint_hold (complaint_id);

CREATE TABLE complaint_step (
  id           INTEGER PRIMARY KEY,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id),
  step         TEXT NOT NULL CHECK (step IN ('listen', 'talk', 'apologise', 'analyse', 'explain', 'handle', 'compensate', 'ask_result', 'feed_back')),
  at           INTEGER NOT NULL,
  is_skipped   INTEGER NOT NULL DEFAULT 0,
  note         TEXT,
  staff_id     INTEGER REFERENCES staff (id),
  UNIQUE (complaint_id, step)
) STRICT;
CREATE INDEX complaint_step_by_staff ON complaint_step (staff_id) WHERE staff_id IS NOT NULL;

CREATE TABLE compensation (
  id           INTEGER PRIMARY KEY,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id),
  kind         TEXT NOT NULL CHECK (kind IN ('voucher', 'points', 'money', 'gift')),
  amount       INTEGER NOT NULL DEFAULT 0,        -- fen, of money or of a gift's cost
  voucher_id   INTEGER REFERENCES voucher (id),
  points_id    INTEGER REFERENCES points_entry (id),
  day          TEXT NOT NULL,
  note         TEXT
) STRICT;
CREATE INDEX compensation_by_complaint ON compensation (complaint_id);
CREATE INDEX compensation_by_voucher ON compensation (voucher_id) WHERE voucher_id IS NOT NULL;
CREATE INDEX compensation_by_points ON compensation (points_id) WHERE points_id IS NOT NULL;

CREATE TABLE event (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('salon', 'preview', 'thanks', 'other')),
  day          TEXT NOT NULL,
  to_day       TEXT NOT NULL,
  starts       TEXT,                 -- 'HH:MM'
  place        TEXT,
  plan         TEXT,
  gift         TEXT,
  invite_days  INTEGER NOT NULL DEFAULT 7,        -- how many days before the invitations go out
  sales_days   INTEGER NOT NULL DEFAULT 14,       -- sales to guests count until so many days after
  cancelled_on TEXT
) STRICT;
CREATE INDEX event_by_day ON event (day);

CREATE TABLE event_guest (
  id          INTEGER PRIMARY KEY,
  event_id    INTEGER NOT NULL REFERENCES event (id),
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  invite_by   TEXT NOT NULL CHECK (invite_by IN ('call', 'message')),  -- important guests are called
  answer      TEXT CHECK (answer IN ('accepted', 'declined', 'unsure')),
  answered_on TEXT,
  party       INTEGER NOT NULL DEFAULT 1,         -- how many come, herself included
  came        INTEGER,               -- empty until somebody said
  gift_given  INTEGER NOT NULL DEFAULT 0,
  note        TEXT,
  added_on    TEXT NOT NULL,
  UNIQUE (event_id, customer_id)
) STRICT;
CREATE INDEX event_guest_by_customer ON event_guest (customer_id);

-- Every call, message, talk and answer.
CREATE TABLE contact (
  id           INTEGER PRIMARY KEY,
  customer_id  INTEGER NOT NULL REFERENCES customer (id),
  at           INTEGER NOT NULL,
  day          TEXT NOT NULL,
  channel      TEXT NOT NULL CHECK (channel IN ('phone', 'wechat', 'sms', 'email', 'letter', 'in_person')),
  direction    TEXT NOT NULL DEFAULT 'out' CHECK (direction IN ('out', 'in')),
  purpose      TEXT NOT NULL CHECK (purpose IN ('service', 'greeting', 'marketing')),
  outcome      TEXT NOT NULL CHECK (outcome IN ('sent', 'reached', 'no_answer', 'replied')),
  text         TEXT,                 -- what was written, or what came of it
  template_id  INTEGER REFERENCES message_template (id),
  staff_id     INTEGER REFERENCES staff (id),
  complaint_id INTEGER REFERENCES complaint (id),
  event_id     INTEGER REFERENCES event (id),
  batch        TEXT                  -- of a list handed to an SMS provider
) STRICT;
CREATE INDEX contact_by_customer ON contact (customer_id, day, purpose, outcome, direction, channel);
CREATE INDEX contact_by_day ON contact (day);
CREATE INDEX contact_by_template ON contact (template_id) WHERE template_id IS NOT NULL;
CREATE INDEX contact_by_staff ON contact (staff_id, day) WHERE staff_id IS NOT NULL;
CREATE INDEX contact_by_complaint ON contact (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX contact_by_event ON contact (event_id) WHERE event_id IS NOT NULL;

-- What became of a task, and on which day it had been due (`due_on`). A task is named by its rule (or follow-up), its customer and its cause, such as 'visit:12' or 'birthday:2027'.
CREATE TABLE care_decision (
  id           INTEGER PRIMARY KEY,
  customer_id  INTEGER REFERENCES customer (id),  -- empty for a task of the shop, such as the list of next month's birthdays
  rule_id      INTEGER REFERENCES care_rule (id),
  follow_up_id INTEGER REFERENCES follow_up (id),
  cause        TEXT NOT NULL,
  decision     TEXT NOT NULL CHECK (decision IN ('done', 'no_answer', 'replied', 'snoozed', 'skipped')),
  until_day    TEXT,                 -- of one that comes back, put off or not answered: shown again from this day on
  reason       TEXT,
  contact_id   INTEGER REFERENCES contact (id),
  staff_id     INTEGER REFERENCES staff (id),
  at           INTEGER NOT NULL,
  day          TEXT NOT NULL
, due_on TEXT) STRICT;
CREATE INDEX care_decision_by_customer ON care_decision (customer_id, rule_id, cause);
CREATE INDEX care_decision_by_day ON care_decision (day);
CREATE INDEX care_decision_by_until ON care_decision (until_day) WHERE until_day IS NOT NULL;
CREATE INDEX care_decision_by_rule ON care_decision (rule_id) WHERE rule_id IS NOT NULL;
CREATE INDEX care_decision_by_follow_up ON care_decision (follow_up_id) WHERE follow_up_id IS NOT NULL;
CREATE INDEX care_decision_by_contact ON care_decision (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX care_decision_by_staff ON care_decision (staff_id, day) WHERE staff_id IS NOT NULL;

-- The owner said that a style came in, or costs less now: what wishes wait for.
CREATE TABLE style_arrival (
  id       INTEGER PRIMARY KEY,
  style_no TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('arrived', 'reduced')),
  day      TEXT NOT NULL,
  note     TEXT
) STRICT;
CREATE INDEX style_arrival_by_style ON style_arrival (style_no, day);
CREATE INDEX style_arrival_by_day ON style_arrival (day);

-- Thanks given to somebody who brought somebody.
CREATE TABLE referral_thanks (
  id          INTEGER PRIMARY KEY,
  referrer_id INTEGER NOT NULL REFERENCES customer (id),
  referred_id INTEGER NOT NULL REFERENCES customer (id),
  day         TEXT NOT NULL,
  what        TEXT NOT NULL,
  voucher_id  INTEGER REFERENCES voucher (id),
  points_id   INTEGER REFERENCES points_entry (id),
  visit_id    INTEGER REFERENCES visit (id),      -- the purchase that earned the voucher or points; they go when it goes
  least       INTEGER NOT NULL DEFAULT 0,         -- fen of that purchase that have to be kept
  UNIQUE (referrer_id, referred_id)
) STRICT;
CREATE INDEX referral_thanks_by_referred ON referral_thanks (referred_id);
CREATE INDEX referral_thanks_by_voucher ON referral_thanks (voucher_id) WHERE voucher_id IS NOT NULL;
CREATE INDEX referral_thanks_by_points ON referral_thanks (points_id) WHERE points_id IS NOT NULL;
CREATE INDEX referral_thanks_by_visit ON referral_thanks (visit_id) WHERE visit_id IS NOT NULL;

-- Tags the shop's rules give. Who carries one is a conclusion (tags/automatic.rs), not a row of customer_tag.
CREATE TABLE tag_rule (
  id     INTEGER PRIMARY KEY,
  tag_id INTEGER NOT NULL UNIQUE REFERENCES tag (id),
  rule   TEXT NOT NULL,              -- JSON
  is_on  INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A saved filter over customers (细分人群), and how the shop looks after them.
CREATE TABLE segment (
  id       INTEGER PRIMARY KEY,
  key      TEXT UNIQUE,              -- of one that ships with the program
  name     TEXT NOT NULL UNIQUE,
  filter   TEXT NOT NULL,            -- JSON: wire/segments.rs
  strategy TEXT,                     -- how these customers are looked after, in the shop's own words
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A spot check of archives (档案抽查): n of each clerk's archives, drawn at random by a kept seed, confirmed on the phone.
CREATE TABLE spot_check (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  day      TEXT NOT NULL,            -- the day it was drawn
  seed     INTEGER NOT NULL,
  size     INTEGER NOT NULL,         -- archives a clerk; fewer where a clerk has fewer
  ended_on TEXT                      -- empty while calls are made
) STRICT;
CREATE INDEX spot_check_by_day ON spot_check (day);

CREATE TABLE spot_check_item (
  id          INTEGER PRIMARY KEY,
  check_id    INTEGER NOT NULL REFERENCES spot_check (id),
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  staff_id    INTEGER REFERENCES staff (id),      -- who looked after her when it was drawn
  outcome     TEXT CHECK (outcome IN ('reached', 'not_reached')),  -- empty until somebody called
  called_on   TEXT,
  called_by   INTEGER REFERENCES staff (id),
  note        TEXT,
  UNIQUE (check_id, customer_id)
) STRICT;
CREATE INDEX spot_check_item_by_customer ON spot_check_item (customer_id);
CREATE INDEX spot_check_item_by_staff ON spot_check_item (staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX spot_check_item_by_caller ON spot_check_item (called_by) WHERE called_by IS NOT NULL;

-- What a call said about one field of the archive as it stood.
CREATE TABLE spot_check_answer (
  id       INTEGER PRIMARY KEY,
  item_id  INTEGER NOT NULL REFERENCES spot_check_item (id),
  field_id INTEGER NOT NULL REFERENCES profile_field (id),
  is_right INTEGER NOT NULL,
  UNIQUE (item_id, field_id)
) STRICT;
CREATE INDEX spot_check_answer_by_field ON spot_check_answer (field_id);

-- Two archives that somebody said are two people, and what spoke for one then: digests, so that only something new brings the pair back.
-- AUTOINCREMENT: a decision that a merge took away comes back under its own number.
CREATE TABLE told_apart (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  left_id  INTEGER NOT NULL REFERENCES customer (id),
  right_id INTEGER NOT NULL REFERENCES customer (id),
  signs    TEXT NOT NULL,            -- JSON array
  day      TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  UNIQUE (left_id, right_id),
  CHECK (left_id < right_id)
) STRICT;
CREATE INDEX told_apart_by_right ON told_apart (right_id);
CREATE INDEX told_apart_by_staff ON told_apart (staff_id) WHERE staff_id IS NOT NULL;

-- Part 2: what happened to the facts. Written by the history only.

CREATE TABLE operation (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  kind        TEXT NOT NULL,
  at          INTEGER NOT NULL,
  staff_id    INTEGER REFERENCES staff (id),
  customer_id INTEGER,               -- whom it was about; no reference, since an undo may take her away
  visit_id    INTEGER,
  params      TEXT NOT NULL DEFAULT '{}',   -- JSON: ids, counts and amounts, never a name
  undoes      INTEGER REFERENCES operation (id),
  undone_by   INTEGER REFERENCES operation (id)
, params_hash BLOB) STRICT;
CREATE INDEX operation_by_customer ON operation (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX operation_by_staff ON operation (staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX operation_by_undoes ON operation (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX operation_by_undone ON operation (undone_by) WHERE undone_by IS NOT NULL;

-- Of a change or an operation whose content an erasure took away `.._hash` says what it hashed to, so that the audit chain still holds.
-- One row a changed row. An insert has neither before nor after: its content is the row itself, or the first later before.
CREATE TABLE change (
  id           INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operation (id),
  tbl          TEXT NOT NULL,
  row_id       INTEGER NOT NULL,
  before       TEXT,                 -- JSON object of all columns
  after        TEXT
, before_hash BLOB, after_hash BLOB) STRICT;
CREATE INDEX change_by_operation ON change (operation_id);
CREATE INDEX change_by_row ON change (tbl, row_id);
CREATE INDEX change_purged ON change (id) WHERE before_hash IS NOT NULL OR after_hash IS NOT NULL;

-- Rows that came in by one bulk operation (an import), as ranges instead of a million change rows.
CREATE TABLE change_range (
  id           INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operation (id),
  tbl          TEXT NOT NULL,
  first_id     INTEGER NOT NULL,
  last_id      INTEGER NOT NULL
) STRICT;
CREATE INDEX change_range_by_operation ON change_range (operation_id);

-- What the program remembers for itself, such as when the last good copy was made. Not a fact about the shop, so not in the history.
CREATE TABLE state (
  id    INTEGER PRIMARY KEY,
  key   TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- What the accountant was given: every content of a week, and of each visit what she has.
CREATE TABLE week_export (
  id          INTEGER PRIMARY KEY,
  week        TEXT NOT NULL,         -- '2026-W47'
  revision    INTEGER NOT NULL,      -- 1, 2, ..: how many different contents of this week were delivered
  exported_at INTEGER NOT NULL,
  last_operation_id INTEGER NOT NULL,  -- all changes up to this operation are in what was delivered
  content     TEXT NOT NULL,         -- SHA-256 of what was delivered, whatever the language and encoding of the files
  manifest    TEXT NOT NULL          -- JSON as delivered
) STRICT;
CREATE INDEX week_export_by_week ON week_export (week, id);

CREATE TABLE week_delivery (
  visit_id  INTEGER PRIMARY KEY,     -- no reference: the visit may be undone later, and that is a correction
  week      TEXT NOT NULL,           -- the week whose files it was delivered in
  visit_no  TEXT NOT NULL,
  total     INTEGER NOT NULL,
  digest    INTEGER NOT NULL         -- of all delivered columns, lines and payments
) STRICT;
CREATE INDEX week_delivery_by_week ON week_delivery (week);

CREATE TABLE week_correction (
  id         INTEGER PRIMARY KEY,
  week       TEXT NOT NULL,          -- the week whose files carry the correction
  about_week TEXT NOT NULL,
  visit_no   TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed')),
  old_total  INTEGER NOT NULL,
  new_total  INTEGER NOT NULL
) STRICT;
CREATE INDEX week_correction_by_week ON week_correction (week);

-- Part 3: who may, who did, and who was erased.

-- Who has a password or a PIN. Never in the history, never shown. Somebody who has one cannot be taken away by an undo.
CREATE TABLE credential (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id),
  kind     TEXT NOT NULL CHECK (kind IN ('password', 'pin')),
  hash     TEXT NOT NULL,            -- Argon2id, as a PHC string
  set_at   INTEGER NOT NULL
) STRICT;

-- Wrong tries since the last right one. Counted, not timed: setting a clock frees nobody.
CREATE TABLE throttle (
  staff_id       INTEGER PRIMARY KEY REFERENCES staff (id),
  failures       INTEGER NOT NULL,
  last_failed_at INTEGER NOT NULL
) STRICT;

-- The audit log. Append-only; ids and counts, never a name. AUTOINCREMENT: a number is never given twice, so that a missing end shows.
CREATE TABLE audit (
  seq       INTEGER PRIMARY KEY AUTOINCREMENT,
  at        INTEGER NOT NULL,
  staff_id  INTEGER,                 -- no reference: the log outlives everything it speaks of
  action    TEXT NOT NULL,           -- audit/action.rs
  kind      TEXT,                    -- of a change the operation's kind, of an export what was exported
  target_id INTEGER,                 -- of a change the operation, of a view the customer, of a credential whose it is
  detail    TEXT,                    -- JSON: counts and kinds of files
  digest    BLOB,                    -- of what the row vouches for, such as an operation and its change rows
  hash      BLOB NOT NULL            -- of this row and the hash of the row before
) STRICT;
CREATE INDEX audit_by_action ON audit (action, seq) WHERE action NOT IN ('changed', 'viewed');

-- Who was erased, without anything of her: an older copy that is restored is cleared of her again.
CREATE TABLE erasure (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL UNIQUE,  -- no reference: nothing of her is left, and her number is never given again
  at          INTEGER NOT NULL,
  staff_id    INTEGER,
  reason      TEXT NOT NULL
) STRICT;

-- Part 4: conclusions. Each row equals its rebuild from part 1; `shuke check` proves it.

CREATE TABLE customer_stats (
  customer_id    INTEGER PRIMARY KEY REFERENCES customer (id),
  visits         INTEGER NOT NULL,   -- live visits of any kind
  purchases      INTEGER NOT NULL,   -- live visits of kind purchase
  purchase_days  INTEGER NOT NULL,   -- different days of those
  pieces         INTEGER NOT NULL,   -- net of returns
  net_spend      INTEGER NOT NULL,   -- fen, net of returns on their own day
  first_purchase TEXT,
  last_purchase  TEXT,
  last_visit     TEXT,
  last_visit_at  INTEGER,
  level_id       INTEGER NOT NULL REFERENCES level (id),
  level_since    TEXT,
  points         INTEGER NOT NULL,   -- balance on the day points_on
  points_on      TEXT NOT NULL,
  points_next_expiry TEXT,           -- last valid day of the lot that runs out first
  completeness   INTEGER NOT NULL    -- 0 to 100
) STRICT;
CREATE INDEX customer_stats_by_level ON customer_stats (level_id);
CREATE INDEX customer_stats_by_level_since ON customer_stats (level_since) WHERE level_since IS NOT NULL;
CREATE INDEX customer_stats_by_last_visit ON customer_stats (last_visit_at, customer_id);
CREATE INDEX customer_stats_by_spend ON customer_stats (net_spend, customer_id);
CREATE INDEX customer_stats_by_expiry ON customer_stats (points_next_expiry) WHERE points_next_expiry IS NOT NULL;

-- Whose level a review would take if she bought nothing more, and on which review day. Nobody else has a row.
CREATE TABLE level_outlook (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
  keeps_until TEXT NOT NULL
) STRICT;
CREATE INDEX level_outlook_by_day ON level_outlook (keeps_until);

CREATE TABLE search_key (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
  key         TEXT NOT NULL
) STRICT;
