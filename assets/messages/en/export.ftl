# Headings and words of exported tables. The meaning of each column stands in src-tauri/docs/weekly-export.md.

export-column-visit-no = Visit no.
export-column-date = Date
export-column-time = Time
export-column-kind = Kind
export-column-customer = Customer no.
export-column-day-total = Day total
export-column-staff-code = Staff no.
export-column-staff = Staff
export-column-ticket-no = Ticket no.
export-column-paper-ticket = Paper ticket no.
export-column-pieces = Pieces
export-column-list-total = List total
export-column-discount = Discount
export-column-total = Total
export-column-ref-visit-no = Original visit no.
export-column-line-no = Line
export-column-style-no = Style no.
export-column-goods = Goods
export-column-category = Category
export-column-color = Colour
export-column-size = Size
export-column-qty = Quantity
export-column-list-price = List price
export-column-price = Price
export-column-amount = Amount
export-column-reason = Reason for the price
export-column-reason-note = Reason in words
export-column-ref-line-no = Original line
export-column-method = Method
export-column-period = Day or week
export-column-item = Item
export-column-count = Count
export-column-about-week = About week
export-column-change = Change
export-column-old-total = Old total
export-column-new-total = New total
export-column-difference = Difference
export-column-member-no = Member no.
export-column-name = Name
export-column-nickname = Nickname
export-column-gender = Gender
export-column-phone = Phone
export-column-phone-2 = Other phones
export-column-birthday = Birthday
export-column-birthday-type = Birthday calendar
export-column-age-band = Age band
export-column-wechat = WeChat
export-column-email = E-mail
export-column-address = Address
export-column-preferred-channel = Preferred channel
export-column-source = Source
export-column-joined = Joined
export-column-status = Status
export-column-tags = Tags
export-column-note = Note
export-column-level = Level
export-column-points = Points
export-column-completeness = Completeness
export-column-visits = Visits
export-column-purchases = Purchases
export-column-purchase-days = Purchase days
export-column-net = Net spend
export-column-first-purchase = First purchase
export-column-last-purchase = Last purchase
export-column-last-visit = Last visit
export-column-lifecycle = Lifecycle
export-column-value-segment = Value
export-column-rfm-r = R
export-column-rfm-f = F
export-column-rfm-m = M
export-column-pay-cash = Cash
export-column-pay-wechat = WeChat Pay
export-column-pay-alipay = Alipay
export-column-pay-card = Card
export-column-pay-stored = Stored value
export-column-pay-other = Other payment
export-column-satisfaction = Satisfaction
export-column-motive = Motive
export-column-companions = Companions
export-column-feedback = Feedback
export-column-entry = Entry
export-column-points-moved = Points
export-column-balance = Balance
export-column-expires-on = Expires on
export-column-why = Reason

export-kind-purchase = purchase
export-kind-browse = browse
export-kind-return = return
export-kind-exchange = exchange
export-kind-service = service

export-method-cash = cash
export-method-wechat = WeChat
export-method-alipay = Alipay
export-method-card = card
export-method-stored = stored value
export-method-other = other
export-method-unstated = not stated

export-reason-level = level
export-reason-birthday = birthday
export-reason-voucher = voucher
export-reason-points = points
export-reason-promotion = promotion
export-reason-manual = manual

export-change-added = added
export-change-changed = changed
export-change-removed = removed

export-item-visits = Visits
export-item-sales = Sales
export-item-returns = Returns
export-item-discounts = Discounts
export-item-received = Received
export-item-refunded = Refunded
export-item-vouchers-issued = Vouchers issued
export-item-vouchers-used = Vouchers used
export-item-vouchers-outstanding = Vouchers outstanding at the end
export-item-points-before = Points at the beginning
export-item-points-issued = Points earned
export-item-points-redeemed = Points redeemed
export-item-points-reversed = Points reversed
export-item-points-adjusted = Points adjusted
export-item-points-expired = Points expired
export-item-points-liability = Points liability at the end

export-entry-earn = earned
export-entry-redeem = redeemed
export-entry-gift = gift
export-entry-adjust = adjusted
export-entry-opening = opening
export-entry-reverse = reversed
export-entry-expire = expired

export-gender-f = female
export-gender-m = male

export-calendar-solar = solar
export-calendar-lunar = lunar

export-channel-phone = phone
export-channel-wechat = WeChat
export-channel-sms = text message
export-channel-email = e-mail
export-channel-in-shop = in the shop

export-status-active = active
export-status-archived = archived
export-status-cancelled = cancelled

export-yes = yes

export-table-customers = Customers
export-table-visits = Visits
export-table-lines = Lines
export-table-points = Points
export-table-tasks = Care tasks
export-column-referrer = Brought by
export-column-due = Due
export-column-task-state = State
export-column-rule = Task
export-column-channel = Channel
export-column-purpose = Purpose
export-column-task-why = Why
export-column-task-text = What could be said
export-column-tries = Tries
export-column-expires-on-task = Until
export-task-overdue = overdue
export-task-due = today
export-task-upcoming = later
export-task-channel-phone = phone
export-task-channel-wechat = WeChat
export-task-channel-sms = text message
export-task-channel-email = e-mail
export-task-channel-letter = letter or card
export-task-channel-in-person = in person
export-purpose-service = service
export-purpose-greeting = greeting
export-purpose-marketing = offer

export-column-invite-by = Invited by
export-column-answer = Answer
export-column-party = Heads
export-column-came = Came
export-column-gift-given = Gift
export-invite-call = call
export-invite-message = message
export-answer-accepted = yes
export-answer-declined = no
export-answer-unsure = not sure
export-answer-yes = yes
export-answer-no = no
export-column-message = Message

# Everything, as a folder of tables.
everything-folder = Shuke everything { $day }
everything-note = Everything in the book of { $shop }, exported from Shuke on { $day }.
    Each .csv is a table that any spreadsheet opens. Do not save it there: what was saved over cannot come back.
    To bring it back, make a new book and choose “Bring everything back” on the import screen.
    There are names and phones in it: keep it as you keep the book.
