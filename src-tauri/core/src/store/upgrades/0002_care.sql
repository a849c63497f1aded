-- Care (关怀): who may be addressed, what was said, what is to be done.

-- Append-only. The latest row of a purpose and channel holds; a row without a channel is about all of them.
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
) STRICT;
CREATE INDEX consent_by_customer ON consent (customer_id, id, purpose, channel, is_given);
CREATE INDEX consent_by_staff ON consent (staff_id) WHERE staff_id IS NOT NULL;

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

-- What became of a task. A task is named by its rule (or follow-up), its customer and its cause, such as 'visit:12' or 'birthday:2027'.
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
) STRICT;
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

-- Whose day is near is looked up by the day, for all customers at once.
CREATE INDEX customer_by_birthday ON customer (birthday_month, birthday_day) WHERE birthday_month IS NOT NULL;
CREATE INDEX important_date_by_day ON important_date (month, day);
CREATE INDEX customer_stats_by_level_since ON customer_stats (level_since) WHERE level_since IS NOT NULL;

-- Whose level a review would take if she bought nothing more, and on which review day. Nobody else has a row.
CREATE TABLE level_outlook (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
  keeps_until TEXT NOT NULL
) STRICT;
CREATE INDEX level_outlook_by_day ON level_outlook (keeps_until);
