# Pieces that every screen uses.
field-amount-unread = This does not read as an amount; write 299 or 299.50.
field-day-placeholder = 11-21, today
field-day-unread = This does not read as a day; write 2026-11-21, 11-21 or “yesterday”.
field-day-calendar = Open the calendar

calendar-earlier = Previous month
calendar-later = Next month

birthday-calendar = Solar or lunar
birthday-solar = Solar
birthday-lunar = Lunar
birthday-year = Year of birth
birthday-year-placeholder = Year (optional)
birthday-year-unread = Write four digits, such as 1990; leave it empty if unknown.
birthday-month = Month
birthday-day = Day
birthday-month-n = month { $n }
birthday-day-n = { $n }
birthday-leap = Leap month

dialog-close = Close
confirm-not = Not now
confirm-reason = Reason
confirm-reason-missing = Write a short reason, so that it can be looked up later.
failure-retry = Try again
tag-remove = Remove the tag “{ $label }”
toast-dismiss = Got it
toast-undo = Undo
toast-undone = Taken back: everything is as it was
toast-undone-what = Took back the last step: { $what }
toast-undo-nothing = Nothing was done since the window opened; take earlier steps back in History
step-done = done

progress-of = { $done } / { $total }
progress-cancel = Stop
progress-stopping = Stopping

combobox-hits = Choices
combobox-none = Nothing found
combobox-create = New “{ $query }”

table-rows = { $n } rows in all
table-select-row = Select this row
table-rows-so-far = { $n } rows so far
table-select-all = Select all

discount = { $n }% off

chart-as-table = As a table
chart-as-picture = As a picture
chart-role = picture
chart-name = { $title }. Arrow keys walk from point to point, Enter opens the list.
chart-opens = Click for the list
chart-none = Nothing to draw yet
figure-open = see the list
