-- Trust: who may (credentials), who did (the audit log and its chain), and who was erased.

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

-- Of a change or an operation whose content an erasure took away: what it hashed to, so that the chain still holds.
ALTER TABLE change ADD COLUMN before_hash BLOB;
ALTER TABLE change ADD COLUMN after_hash BLOB;
ALTER TABLE operation ADD COLUMN params_hash BLOB;
CREATE INDEX change_purged ON change (id) WHERE before_hash IS NOT NULL OR after_hash IS NOT NULL;

-- Under which version of the privacy notice a consent was given, and who gave it for a child.
ALTER TABLE consent ADD COLUMN wording INTEGER;
ALTER TABLE consent ADD COLUMN guardian TEXT;

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
