# Archives that may be one person.
duplicates-title = May be the same person
duplicates-many = { $n ->
        [one] { $n } pair
       *[other] { $n } pairs
    }
duplicates-tab-open = To look at
duplicates-tab-apart = Told apart
duplicates-view = Which ones
duplicates-inactive = Also among those put away or gone
duplicates-more = { $n } more
duplicates-crowds = { $n ->
        [one] { $n } number or birthday is
       *[other] { $n } numbers or birthdays are
    } shared by many archives, most likely typed in for want of one; they are not listed pair by pair.
duplicates-sure-high = Very likely
duplicates-sure-medium = Perhaps
duplicates-sure-low = Worth a look
duplicates-sign-phone = Same phone
duplicates-sign-name-birthday = Same name and birthday
duplicates-sign-reading-birthday = Names read alike, same birthday
duplicates-sign-one-digit = Names read alike, phones differ in one figure
duplicates-sign-last-four = Names read alike, same last four figures
duplicates-new-sign = New
duplicates-back = Told apart on { $day }; since then they have come to share something new
duplicates-visits = { $n } { $n ->
        [one] visit
       *[other] visits
    }
duplicates-keep = Which one stays
duplicates-nothing = nothing
duplicates-no-answer = not asked
duplicates-differ = Different: choose one side
duplicates-same = The same
duplicates-phones = All phones stay
duplicates-phones-many = Five phones at most: take some off
duplicates-have = What each has
duplicates-have-visits = Visits
duplicates-have-points = Points
duplicates-have-tags = Tags
duplicates-have-tasks = Tasks
duplicates-have-relations = Relations
duplicates-have-consents = Consents
duplicates-have-contacts = Contacts
duplicates-have-complaints = Complaints
duplicates-have-vouchers = Vouchers
duplicates-have-benefits = Benefits
duplicates-have-wishes = Wishes
duplicates-have-dates = Dates
duplicates-have-events = Events
duplicates-after = As one
duplicates-after-visits = Visits
duplicates-after-spend = Spent in all
duplicates-after-points = Points
duplicates-after-level = Level
duplicates-after-vouchers = Vouchers to use
duplicates-after-wish = The stricter wish holds: { $wish }
duplicates-after-refused = { $n ->
        [one] In { $n } place one agreed and the other refused; the refusal holds.
       *[other] In { $n } places one agreed and the other refused; the refusal holds.
    }
duplicates-after-combined = Both had, and it becomes one: { $what }. As it was, it stays in History.
duplicates-after-item = { $what } { $n }
duplicates-all-kept = Visits, points, likes, tags and phones of both stay, in one archive; if it was a mistake, Undo parts them again, now or later in History.
duplicates-apart = Two people
duplicates-apart-said = Noted: { $left } and { $right } are two people
duplicates-join = Make one of them
duplicates-open = See { $number }
duplicates-joined = { $from } is part of { $name }'s archive now, nothing is lost
duplicates-none-title = Nobody looks like somebody else
duplicates-none-text = Pairs with the same phone, the same name and birthday, or names read alike and phones much alike will stand here for you to decide.
duplicates-apart-none-title = Nobody has been told apart yet
duplicates-apart-none-text = Press “Two people” on a pair and it is kept here and shown no more, unless they come to share something new.
duplicates-apart-line = { $day }, by { $by }
duplicates-apart-day = { $day }
duplicates-apart-back = Take back
duplicates-apart-back-said = Taken back: { $left } and { $right } will be listed together again
duplicates-comma = {", "}
