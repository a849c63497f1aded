# The customer page: who she is in one look.
customer-no-phone = No phone yet
customer-more-phones = { " " }and { $n } more
customer-wechat-same = WeChat by phone
customer-wechat = WeChat { $name }
customer-archived = Put away
customer-cancelled = Left the club
customer-merged = Joined with another archive

customer-days = { $n } { $n ->
        [one] day
       *[other] days
    }
customer-spend-12 = Last 12 months · { $n } { $n ->
        [one] visit
       *[other] visits
    }
customer-spend-12-title = Paid in the 12 months up to today, returns taken off
customer-away = Since the last visit
customer-away-usual = Since the last visit · usually { $n }
customer-ticket = Per purchase
customer-ticket-pieces = Per purchase · { $n } pieces
customer-ticket-title = All paid divided by the number of purchases, returns taken off
customer-points = Points
customer-points-expiring = Points, { $n } end soon
customer-points-expiring-title = { $n } points run out on { $day }
customer-points-owed = Points · owed after a return, the next purchase makes it good
customer-lifetime = In all · { $n } { $n ->
        [one] visit
       *[other] visits
    }
customer-lifetime-since = In all · { $n } { $n ->
        [one] visit
       *[other] visits
    } since { $year }
customer-lifetime-title = Paid from the first day to today, returns taken off

customer-first-title = The archive is open, no visit yet
customer-first-text = When she comes, press F2 to note the first one: spend, points and level start counting there.

customer-who =
    { $gender ->
        [m] Who he is
       *[other] Who she is
    }
customer-completeness = Archive { $overall } · soft { $soft }
customer-completeness-title = Hard facts weigh a fifth, soft ones four fifths; hard { $hard }, soft { $soft }
customer-unknown = Not known yet
customer-nothing-known = We hardly know her. One question in passing, one line noted, and next time is different.
customer-all-facts = All { $n }
customer-fewer-facts = Fewer
customer-sizes = Sizes
customer-birthday = Birthday
customer-and = {", "}
customer-sensitive = Noted (sensitive, open to read)
customer-learned = Noted { $when }
customer-learned-by = Noted { $when } by { $who }
customer-lunar = lunar { $day }
customer-date-today = today
customer-date-next = next { $day }
customer-date-in = in { $n } { $n ->
        [one] day
       *[other] days
    }
customer-age = age { $n }
customer-age-band = in the { $n }s
customer-column-age-band = Age
customer-column-staff = Looked after by
customer-column-preferred-channel = Reach by
customer-column-referrer = Brought by
customer-column-source = Came through
customer-column-address = Address
customer-column-email = Email
customer-column-note = Note
customer-channel-phone = a call
customer-channel-wechat = WeChat
customer-channel-sms = text message
customer-channel-email = email
customer-channel-in-shop = in the shop

customer-edit-fact = Change “{ $label }”
customer-fact-add = One more, Enter notes it
customer-fact-number = A number, Enter notes it
customer-fact-save = Note it
customer-fact-cleared = “{ $label }” is no longer noted
customer-fact-saved = Noted: { $label } · { $value }
customer-fact-remove = Take off “{ $value }”
customer-fact-history = Noted before
customer-fact-held = since { $from }
customer-fact-ended = { $from } to { $to }
customer-fact-no-history = Nothing else was noted before
customer-fact-none = Nothing noted yet

customer-ask = Worth asking
customer-ask-observe = A look is enough
customer-ask-gain = archive +{ $n }
customer-ask-later = Another one
customer-ask-placeholder = What she says, Enter notes it
customer-ask-known = We know what we need to know
customer-quote = “{ $text }”

customer-visits = Between us
customer-visits-filter = Which kind
customer-visits-all = All
customer-kind-purchase = Purchase
customer-kind-return = Return
customer-kind-exchange = Exchange
customer-kind-browse = Looked in
customer-kind-service = Service
customer-visit-points = { $n } points
customer-visit-voided = Voided
customer-visits-none = None of this kind yet
customer-visits-none-text = Try another kind, or press F2 to note a visit.
customer-visits-empty = Every visit of hers will stand here
customer-visits-empty-text = What she bought, tried and said, to pick up where you left off.
customer-visits-more = { $n } more
customer-visits-older = Earlier ones

customer-level = Level
customer-level-until = { $level } until { $day }
customer-level-next = { $way } to { $level }
customer-level-top = The highest level
customer-level-kept = Enough to stay
customer-level-keep = To stay { $level }: { $way }
customer-level-keep-by = { $way } by { $day } to stay { $level }
customer-level-progress = { $n } percent of the way to { $level }
customer-missing-spend-last-12-months = { $amount } more
customer-missing-spend-lifetime = { $amount } more in all
customer-missing-single-purchase = one purchase of { $amount }
customer-missing-visits-last-12-months = { $n } more { $n ->
        [one] visit
       *[other] visits
    }
customer-missing-visits-lifetime = { $n } more { $n ->
        [one] visit
       *[other] visits
    }
customer-missing-points-earned = { $n } more points
customer-join-any = {" or "}
customer-join-all = {" and "}
customer-discount = { $n }% off

customer-treats = Hers to use
customer-treat-from = from { $amount }
customer-treat-until = until { $day }
customer-treat-level = { $level }, full price
customer-voucher-second-visit = Second visit voucher
customer-voucher-birthday = Birthday voucher
customer-voucher-apology = Apology voucher
customer-voucher-recall = Come back voucher
customer-voucher-gift = Gift voucher
customer-birthday-due = Birthday privilege { $discount } until { $day }, not used this year. First wish her a happy birthday.
customer-birthday-used = This year's birthday privilege has been used.
customer-birthday-title = Birthday time

customer-notes = Look here first
customer-note-until = until { $day }
customer-note-add = Reminder
customer-note-edit = Change this reminder
customer-note-text = Reminder
customer-note-text-hint = Seen first whenever she is opened, such as “Let it ring, she is slow on her feet”.
customer-note-end = Show until
customer-note-end-hint = Empty for always
customer-note-remove = Stop reminding
customer-note-removed = This one no longer shows
customer-note-saved = Reminder noted, you will see it when she is opened

customer-wishes = Wishes
customer-wish-add = Wish
customer-wish-title = What she would like
customer-wish-style = Style number
customer-wish-name = What it is
customer-wish-name-hint = Style number or name, one of them
customer-wish-color = Colour
customer-wish-size = Size
customer-wish-reason = Why not bought, or what for she waits
customer-wish-since = noted { $day }
customer-wish-bought = Bought
customer-wish-dropped = No longer
customer-wish-saved = Wish noted: { $what }
customer-wish-done = “{ $what }” bought, how nice
customer-wish-gone = “{ $what }” is off the list

customer-relations = Family and friends
customer-relation-add = Family or friend
customer-relation-title = Whom she knows
customer-relation-person = Who
customer-relation-person-placeholder = Name, last digits, card
customer-relation-person-missing = Choose who it is first
customer-relation-kind = Is her
customer-relation-note = Note
customer-relation-remove = Take off the tie to { $name }
customer-relation-saved = Noted: { $name } is her { $kind }
customer-relation-removed = The tie to { $name } is off
customer-rel-spouse = partner
customer-rel-parent = parent
customer-rel-child = child
customer-rel-sibling = sibling
customer-rel-friend = friend
customer-rel-colleague = colleague
customer-rel-other = acquaintance

customer-dates = Days that matter
customer-date-add = Day that matters
customer-date-edit = Change “{ $label }”
customer-date-title = Which other day to remember
customer-date-label = What day
customer-date-label-hint = Such as wedding day, daughter's birthday, first time here
customer-date-day = Which day
customer-date-day-missing = Choose month and day
customer-date-remove = Take off “{ $label }”
customer-date-saved = Noted: { $label }
customer-date-removed = “{ $label }” is no longer noted

customer-add-line = Note something else
customer-tags = Tags
customer-tag-add = Add tag
customer-tag-placeholder = A tag, Enter puts it on
customer-tag-create = New tag “{ $name }”
customer-tag-count = { $n } people
customer-tag-all = Her tags
customer-tag-added = Tag “{ $name }” is on
customer-tag-removed = Tag “{ $name }” is off
customer-tags-more = { $n } more tags

customer-more = More
customer-do-edit = Edit archive
customer-do-archive = Put away
customer-do-cancel = End membership
customer-do-restore = Take back out
customer-archive-title = Put away { $name }'s archive?
customer-cancel-title = End { $name }'s membership?
customer-restore-title = Take { $name }'s archive back out?
customer-leave-stays = Visits, purchases, level and everything written down stay as they are.
customer-leave-stays-cancelled = Visits and purchases stay for the books; level and everything written down stay too.
customer-leave-owed = { $what } rest until she is taken back out; what runs out on a day still does.
customer-leave-points = { $n ->
        [one] { $n } point
       *[other] { $n } points
    }
customer-leave-vouchers = { $n ->
        [one] { $n } voucher
       *[other] { $n } vouchers
    }
customer-leave-benefits = { $n ->
        [one] { $n } benefit
       *[other] { $n } benefits
    }
customer-leave-tasks = { $n ->
        [0] No tasks are made for her and no messages sent.
        [one] { $n } task stops, and no messages are sent.
       *[other] { $n } tasks stop, and no messages are sent.
    }
customer-leave-events = { $n ->
        [one] She is still on the list of { $n } event; tell her about it.
       *[other] She is still on the lists of { $n } events; tell her about them.
    }
customer-leave-complaints = { $n ->
        [one] { $n } open complaint still has to be solved.
       *[other] { $n } open complaints still have to be solved.
    }
customer-leave-search = Search still finds her, marked “{ $status }”; everyday lists, duplicates and mailings leave her out.
customer-leave-sale = When she buys again, take her archive back out first; a return needs none of that.
customer-leave-back = She can be taken back out at any time, and all goes on.
customer-restore-owed = { $what } can be used again.
customer-restore-lists = She is in the everyday lists and among duplicates again; tasks are made, and messages follow her wishes.
customer-comma = {", "}
customer-archived-said = { $name }'s archive is put away
customer-cancelled-said = { $name } has left the club
customer-restored-said = { $name }'s archive is back
customer-save = Note it
customer-copy-phone = Full number
