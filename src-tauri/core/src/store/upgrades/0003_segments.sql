-- Segments of customers, spot checks of archives, and the day a decided task was due (empty for older decisions).

ALTER TABLE care_decision ADD COLUMN due_on TEXT;

CREATE INDEX visit_line_by_category ON visit_line (category, visit_id) WHERE category IS NOT NULL;

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
