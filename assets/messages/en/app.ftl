# The window around every screen.
brand = Shuke
brand-first = Shu
brand-second = ke

nav-label = Main menu
nav-levels = Levels
nav-import = Import
nav-week-export = Accounts
nav-points = Points
nav-vouchers = Vouchers
nav-events = Events
nav-referrals = Referrals
nav-insight = Insight
nav-history = History
nav-customers = Customers
nav-segments = Segments
nav-counter = Today
nav-visits = Visits
nav-contacts = Contacts
nav-care-rules = Rules
nav-templates = Texts
nav-calendar = Calendar
nav-settings = Settings

counter-nobody = Who is at the counter

search-label = Find a customer
search-placeholder = Name · pinyin initials · last digits · card
search-hits = Customers found
search-clear = Clear
search-never-came = no visit yet
search-none = Nobody found for “{ $query }”
search-new = New customer “{ $query }”
search-failed = The search did not answer; press another key to try again
search-by-wechat = by WeChat
search-by-nickname = by nickname
search-by-tag = by tag
search-by-style = bought it
search-by-recent = came lately
search-archived = put away
search-foot = ↑ ↓ choose · Enter opens · Esc clears

action-new-entry = New
action-guest-accepted = Accepted
action-guest-declined = Declined
action-guest-unsure = Not sure
action-guest-came = Came
action-guest-gift = Got the gift
action-give-thanks = Thank her
action-print-report = Print the report
action-search = Find a customer
action-new-customer = New customer
action-record-visit = Record a visit
action-walk-in-visit = Record a walk-in
action-undo = Undo the last step
action-backup = Back up now
action-back = Back
action-keys = All keys
action-edit-customer = Edit archive
action-return-goods = Return or exchange
action-add-tag = Add a tag
action-add-wish = Note a wish
action-adjust-points = Adjust points
action-log-contact = Log a contact
action-save = Save
action-add-line = Add a line
action-correct-visit = Correct this visit
action-void-visit = Void this visit
action-visit-kind = Purchase, browsing, return …
action-visit-birthday = Use the birthday privilege
action-visit-voucher = Use a voucher
action-visit-points = Use points
action-visit-pay = To the payment
action-visit-split = Split the payment
action-visit-more = What she said
action-filter = Filter
action-export = Export

keys-title = All keys
keys-everywhere = Everywhere
keys-customer = On a customer
keys-visit = Recording a visit
keys-list = In a list
keys-form = In a form
keys-places = Places

day-today = today
day-yesterday = yesterday
day-tomorrow = tomorrow
loading = Loading

file-open-shop = Open a shop file
file-kind-shop = Shuke shop

leave-title = Not saved yet
leave-stay = Stay here
leave-go = Leave it
