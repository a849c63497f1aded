# Everything a hand did, each with the way back.
history-title = History
history-sub = who did what and when; all of it can be undone
history-empty = Nothing has been done yet
history-empty-text = A new customer, a visit, a rule: every step is written here and can be undone with one click.
history-undo = Undo
history-redo = Redo
history-gone = undone
history-undone = Undone: { $what }
history-redone = Done again: { $what }
history-older = Older
history-nothing = empty
history-whole = { $n } records added or taken away

op-open-shop = Shop opened
op-load-demo = Demo shop brought in
op-load-demo-told = Demo shop brought along, { $customers } customers and { $visits } visits
op-undo = Undo
op-undo-told = Undid “{ $kind }”
op-update-settings = Settings changed
op-save-staff = Staff changed
op-save-field = Archive field changed
op-create-customer = New customer
op-update-customer = Archive changed
op-set-status = Put away or membership ended
op-merge-customers = Archives merged
op-set-profile = Noted what she said
op-save-date = Important date noted
op-remove-date = Important date removed
op-save-relation = Relation noted
op-remove-relation = Relation removed
op-save-note = Reminder written
op-remove-note = Reminder removed
op-save-wish = Wish noted
op-save-tag = Tag changed
op-delete-tag = Tag deleted
op-add-tags = Tags added
op-add-tags-told = Tags added in { $added } places
op-remove-tag = Tag taken off
op-remove-tag-told = Tag taken off in { $removed } places
op-record-visit = Visit recorded
op-record-visit-told = Visit recorded, ¥{ $total }
op-correct-visit = Visit corrected
op-correct-visit-told = Visit corrected, now ¥{ $total }
op-void-visit = Visit voided
op-save-levels = Level rules changed
op-apply-review = Level review
op-apply-review-told = Level review, { $moved } moved
op-set-level = Level given by hand
op-set-level-told = Given { $level } by hand
op-save-campaign = Recruitment month changed
op-adjust-points = Points adjusted
op-adjust-points-told = Points adjusted by { $points }
op-redeem-points = Points for a gift
op-redeem-points-told = { $points } points for a gift
op-issue-voucher = Voucher issued
op-issue-voucher-told = { $count } vouchers issued
op-cancel-voucher = Voucher called back
op-grant-benefit = Benefit granted
op-grant-benefit-told = “{ $benefit }” granted to { $count }
op-give-benefit = Benefit given
op-give-benefit-told = “{ $benefit }” given
op-log-contact = Log a contact
op-log-contact-told = Log a contact with { $count }
op-correct-contact = Correct a contact
op-remove-contact = Delete a contact
op-mark-replied = Note that she replied
op-set-contact-wish = Change what she wants to hear
op-save-consent = Record consent or withdrawal
op-import = Import
op-save-festival = Festival changed
op-save-festival-told = Festival “{ $festival }” changed
op-remove-festival = Festival removed
op-remove-festival-told = Festival “{ $festival }” removed
op-save-shop-hours = Opening hours changed
op-save-closed-day = Closed days noted
op-save-closed-day-told = Closed from { $from } to { $to }
op-remove-closed-day = Closed days removed
op-save-event = Event saved
op-save-event-told = Event “{ $event }” saved
op-cancel-event = Event called off
op-cancel-event-told = Event “{ $event }” called off
op-save-event-settings = Aim for events changed
op-add-guests = Guests added
op-add-guests-told = { $count } guests added to “{ $event }”
op-remove-guests = Guests removed
op-remove-guests-told = { $count } guests removed from “{ $event }”
op-save-guest = Invitation changed
op-save-guest-told = Invitation to “{ $event }” changed
op-set-guest-answer = Answer written down
op-set-guest-answer-told = “{ $event }”: { $answer ->
    [accepted] { $count } accepted
    [declined] { $count } declined
    [unsure] { $count } not sure yet
   *[none] { $count } answers cleared
 }
op-set-guests-came = Attendance written down
op-set-guests-came-told = “{ $event }”: { $came ->
    [yes] { $count } came
    [no] { $count } did not come
   *[unknown] { $count } cleared
 }
op-give-event-gift = Event gifts written down
op-give-event-gift-told = “{ $event }”: { $given ->
    [yes] { $count } got the gift
   *[no] { $count } gifts taken back
 }
op-save-referral-rule = Referral reward changed
op-give-thanks = Referrer thanked
op-give-thanks-told = Referrer thanked: { $what }

column-name = Name
column-member-no = Card number
column-nickname = Called
column-gender = Gender
column-age-band = Age band
column-wechat = WeChat
column-email = E-mail
column-address = Address
column-source = Source
column-joined-on = Joined on
column-note = Note
column-status = Status
column-number = Phone
column-value = Content
column-ended-on = Until
column-label = Label
column-text = Reminder
column-until-day = Shown until
column-style-no = Style number
column-color = Colour
column-size = Size
column-reason = Reason
column-qty = Pieces
column-feedback = What she said
column-companions = Came along
column-ticket-no = Receipt number
column-day = Day
column-kind = Kind
column-void-reason = Voided because
column-weight = Weight
column-points = Points
column-total = Paid
column-list-total = At list prices
column-price = Price paid
column-list-price = List price
column-amount = Amount
