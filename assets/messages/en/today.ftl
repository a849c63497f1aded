# Whom to care for today: the list, one task, the text to copy, the call sheet
nav-today = Care
keys-care = Care
action-care-today = Whom to care for today
action-task-done = Done
action-task-no-answer = No answer
action-task-replied = Replied
action-task-later = Not now
action-task-skip = Skip
action-task-copy = Copy the text
action-task-text = Edit
action-follow-up = Set a follow-up
action-call-sheet = Call sheet

today-title = Care
today-sum-overdue = { $n } overdue
today-sum-due = { $n } today
today-sum-held = { $n } kept back
today-sum-done = { $n } noted today
today-tab = What to see
today-tab-todo = To do
today-tab-held = Not now { $n }
today-whose = Whose
today-whose-all = All
today-whose-mine = { $name }'s
today-whose-pool = Anybody's
today-rule = Which kind
today-rule-all = All kinds
today-group = { $title } ({ $n })
today-by-hand = Set by hand
today-clear = Clear the filter
today-n = { $n ->
    [one] 1 task
   *[other] { $n } tasks
  }
today-month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  }
today-join = {"; "}

today-col-who = Customer
today-col-what = What, and why
today-col-channel = By
today-col-staff = Who
today-col-when = When
today-col-why-not = Why not now
today-col-until = Until
today-anybody = Anybody
today-shop = For the shop
today-state-overdue = Overdue
today-state-due = Today
today-state-upcoming = The next seven days
today-late = { $n ->
    [one] 1 day late
   *[other] { $n } days late
  }
today-last-day = Last day today
today-until = until { $day }
today-due = due { $day }
today-tries = { $n ->
    [one] tried once
   *[other] tried { $n } times
  }
today-snoozed = put off to this day
today-again = again { $day }
today-by-a-person = until she says so

today-nothing = Nothing to do today
today-nothing-text = Nor in the next seven days. Birthdays, purchases and long silences bring themselves up here.
today-next = Next: { $name }, { $day }
today-no-hit = No such task
today-no-hit-text = Try another filter.
today-held-title = Not now
today-held-none = Nobody has to wait
today-held-none-text = Whoever was here or was spoken to only just, or wants no promotion, waits here and is left in peace.
today-how-title = How it works
today-how-text = Choose a task with ↑ and ↓: at the right you see her and what to say. Space ticks several, to note them at once.

today-by = By { $channel }
today-not-before = not before { $at }
today-bought = Bought { $day }
today-never-bought = Never bought
today-contacted = contacted { $day }
today-never-contacted = never contacted

today-held-inactive = Her archive is put away, or she left
today-held-do-not-contact = She wants to hear nothing
today-held-consent-withdrawn = { $purpose ->
    [marketing] She wants no promotion by { $channel }
    [archive] She no longer wants an archive kept
   *[service] She wants nothing by { $channel }
  }
today-held-minor = She is under { $under }
today-held-no-promotion = She wants no promotion
today-held-consent-missing = No consent to promotion by { $channel } on record
today-held-open-complaint = A complaint of hers is not solved
today-held-no-channel = Nothing on record to reach her by { $channel }
today-held-unanswered = { $n } in a row without an answer: no more this month
today-held-monthly-limit = Had { $n } promotions this month
today-held-too-soon = { $what ->
    [visit] Was here { $day }
   *[contact] Was contacted { $day }
  }

today-acts = What came of it
today-chosen = { $n } chosen
today-chosen-text = Noted together. Those who had better wait are left as they are.
today-chosen-clear = Choose none
today-said-one = Noted: { $name }, { $what }
today-said-many = Noted { $n }: { $what }
today-said-left-out = {"; "}{ $n } left as they are, they had better wait
today-said-plain = { $what ->
    [done] done
    [no_answer] no answer, it comes back in some days
    [replied] replied
    [skipped] skipped
   *[snoozed] not now
  }
today-said-until = again { $day }

today-later-title = Not now: { $whom }
today-later-do = Put off to this day
today-later-until = Remind on
today-later-offered = Usual days
today-later-1 = Tomorrow
today-later-n = In { $n } days
today-later-monday = Next Monday
today-later-wrong = Choose a day after today
today-skip-title = Skip: { $whom }
today-skip-text = It will not come up again. Say why in a few words, for later.
today-skip-do = Skip
today-skip-1 = Just talked in person
today-skip-2 = She does not need it
today-skip-3 = Not the moment
today-skip-4 = Somebody did it already

today-text-title = Text for { $name }
today-text = What to say
today-text-length = { $n } characters. Copy it, then paste it where you write to her; sending is up to you.
today-text-none = No ready text for this one; write a line of your own.
today-text-missing = Something is not on record and was written around: read it before you use it.
today-copy = Copy
today-copy-refused = The system did not allow copying this time. Mark the text above and press Ctrl C.
today-copied = Copied: the text for { $name }

today-follow-title = Follow-up: { $name }
today-follow-what = What to do
today-follow-what-hint = Such as: ask whether it fits
today-follow-day = When
today-follow-channel = How
today-follow-channel-hers = As she prefers
today-follow-wrong-what = Say what to do
today-follow-wrong-day = Choose today or a later day
today-follow-saved = Noted for { $day }: { $name }, { $what }

today-hers = To do now
today-hers-more = { $n } more
today-hers-none = Nothing to do just now
today-counter = To care for today

today-sheet-title = Call sheet
today-sheet-n = { $n ->
    [one] 1 customer
   *[other] { $n } customers
  }
today-sheet-print = Print
today-sheet-none = All of these are done already
today-sheet-left-out = { $n } are done or gone meanwhile and not on the sheet.
today-sheet-no-phone = No phone
today-sheet-against = No promotion now:{" "}
today-sheet-wechat = WeChat
today-sheet-birthday = Birthday
today-sheet-sizes = Sizes
today-sheet-visits = Bought
today-sheet-wishes = Wishes
today-sheet-notes = Notes
today-sheet-reached = Reached
today-sheet-no-answer = No answer
today-sheet-again = Call again:
today-sheet-said = She said:

today-list = Save as a list for SMS
today-list-hint = Saves the names and texts as a table for a provider of text messages. Once they went out, note them with “Done”.
today-list-folder = Where to save the list
today-list-made = List saved, { $n } texts: { $path }
today-list-none = Nobody left to write to, no list was saved
today-list-wait = {". "}It is too early or too late to send now; wait for the hour
today-list-held = {"; "}{ $n } had better wait and are not on it
