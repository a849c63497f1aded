# Rules of care: how the list of today comes about.
rules-title = Care rules
rules-sub = { $on } of { $all } in use · { $n } tasks today
rules-new = New rule
rules-edit = Change the rule
rules-group-complaint = Complaints
rules-group-purchase = A purchase
rules-group-friend = Brought by a friend
rules-group-date = Birthdays and dates
rules-group-absent = Not here for long
rules-group-festival = Festivals and seasons
rules-group-ending = About to end
rules-group-waiting = Wishes and events
rules-use = Use the rule “{ $name }”
rules-off = off
rules-today = { $n } today
rules-held = { $n } held
rules-switched-on = Rule “{ $name }” is on
rules-switched-off = Rule “{ $name }” is off
rules-saved = Rule “{ $name }” is saved
rules-saved-off = Rule “{ $name }” is saved and off
rules-remove = Delete
rules-removed = Rule “{ $name }” is deleted

rules-said-least = from { $amount }
rules-said-amounts = { $amounts } … { $n } steps
rules-said-top = the first { $count }
rules-said-monthly = each month on day { $day }
rules-said-points = from { $n } points
rules-said-within = bought within { $n } months before it
rules-said-answer = within 24 hours
rules-said-solve = within 7 days
rules-said-invitation = as the event says
rules-said-minutes = { $n } minutes after she left
rules-said-months = { $n ->
        [one] after 1 month
       *[other] after { $n } months
    }
rules-said-before = { $n ->
        [one] 1 day before
       *[other] { $n } days before
    }
rules-said-after = { $n ->
        [one] 1 day after
       *[other] { $n } days after
    }
rules-said-same-day = on the day
rules-said-level = { $level } or above
rules-said-tags = tagged { $tags }
rules-said-spent = { $amount } or more in all
rules-said-categories = bought { $words }

rules-name = Name
rules-kind = What happens
rules-least = One purchase of
rules-amounts = All purchases reach
rules-amounts-hint = Several, with spaces between
rules-month = Month of the year
rules-date = Day
rules-top = The first
rules-monthly = Day of the month
rules-seasons = Days on which a season begins
rules-seasons-hint = As 3-1, with spaces between
rules-points = At least
rules-within = Who bought within
rules-within-hint = Counted back from the festival; empty for everybody
rules-festivals = Which festivals (none means all)
rules-months = Months later
rules-days-after = Days later
rules-days-before = Days ahead
rules-side = Before or after
rules-side-before = Before
rules-side-after = After
rules-minutes = After she left
rules-lasts = Good for
rules-lasts-hint = Empty: until it is done
rules-means = How
rules-who = Who does it
rules-occasion = Which kind of text
rules-occasion-none = No text
rules-text = Which text
rules-text-any = By customer
rules-level = Level
rules-customers = New or old
rules-anybody = Anybody
rules-spent = Bought in all
rules-categories = Categories bought
rules-categories-hint = coat jacket
rules-tags = With one of these tags (none means anybody)
rules-retry = No answer: again after
rules-tries = Tries in all
rules-on = Use this rule
rules-unit-month = mth
rules-unit-date = th
rules-unit-people = ppl
rules-unit-points = pts
rules-unit-months = mths
rules-unit-days = days
rules-unit-minutes = min
rules-unit-times = ×

rules-wrong-name = Give the rule a name
rules-wrong-figure = A figure from { $min } to { $max }
rules-wrong-amount = An amount above zero
rules-wrong-amounts = Amounts with spaces between them
rules-wrong-date = There is no such day
rules-wrong-dates = Write them as 3-1 6-1

rules-try = Tried on today
rules-try-wait = Once the form is filled in, this says whom it means today.
rules-try-both = { $added } more, { $gone } fewer
rules-try-more = { $n } more
rules-try-fewer = { $n } fewer
rules-try-same = Today's list stays as it is
rules-try-own = This rule: { $before } now, { $after } then
rules-try-come = These come
rules-try-go = These go
rules-try-rest = and { $n } more
rules-try-week = { $n } of this rule in seven days, and { $held } held
rules-because-named = { $n } newly meant
rules-because-sooner = { $n } come forward to today
rules-because-released = { $whose ->
    [own] { $n } no longer have to wait
   *[others] { $n } of other rules no longer give way to it
  }
rules-because-unnamed = { $n } no longer meant
rules-because-later = { $n } move to a later day
rules-because-held = { $whose ->
    [own] { $n } have to wait
   *[others] { $n } of other rules give way to it
  }
rules-change-later = moves to { $day }
rules-change-unnamed = no longer meant
rules-change-sooner = comes forward to today
rules-change-released = no longer has to wait
