# The calendar: festivals, birthdays, days off and opening hours.
year-title = Calendar
year-sub = festivals, birthdays, days off and opening hours
year-this-month = This month
year-lunar = Lunar { $day }
year-day-births = Birthdays of the day
year-day-none = Nobody
year-births = { $n } birthdays
year-shut = closed
year-birthdays = Birthdays of this month
year-no-births = No birthday this month
year-gifts = Gifts needed
year-gift = { $gift } × { $n }
year-turns = turns { $n }
year-hours = Opening hours
year-change = Change
year-closed = Days off
year-closed-add = Add days off
year-closed-edit = Days off
year-closed-none = No days off yet
year-closed-none-text = Note when you close for stocktaking or holidays; reminders and time limits pass over those days.
year-closed-from = From
year-closed-to = Until
year-closed-to-hint = Leave it empty for one day
year-closed-reason = Reason
year-closed-saved = Days off noted
year-closed-removed = Days off removed
year-from-to = { $from } to { $to }
year-festivals = Festivals
year-festival-add = Add a festival
year-festival-edit = Festival: { $name }
year-festival-saved = Festival “{ $name }” saved
year-festival-removed = Festival “{ $name }” removed
year-festival-on = “{ $name }” is kept
year-festival-off = “{ $name }” is not kept
year-keep = Keep { $name }
year-keep-set = The shop keeps it
year-quiet = care only
year-quiet-set = A day of remembrance
year-quiet-hint = A word of care, no cheerful greeting and no offer
year-in-days = in { $n } days
year-remove = Remove
year-name = Name
year-kind = Counted by
year-kind-solar = Solar calendar
year-kind-lunar = Lunar calendar
year-kind-weekday = Weekday of a month
year-kind-term = Solar term
year-term = Solar term
year-term-beginning-of-spring = Beginning of Spring
year-term-qingming = Qingming
year-term-beginning-of-summer = Beginning of Summer
year-term-beginning-of-autumn = Beginning of Autumn
year-term-beginning-of-winter = Beginning of Winter
year-term-winter-solstice = Winter Solstice
year-month = Month
year-month-n = { $n }
year-day = Day
year-day-n = { $n }
year-nth = Which
year-nth-n = no. { $n }
year-nth-last = the last
year-weekday = Weekday
year-weekday-n = { $n ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
year-only = For whom
year-only-all = All customers
year-only-f = Women
year-only-m = Men
year-hours-hint = Write 10:00-21:00; two stretches with a blank between for a break; empty is a day off.
year-hours-unread = Write it like 10:00-21:00
year-hours-saved = Opening hours saved
