# What `shuke` says on the terminal.

cli-see-help = See shuke help.
cli-usage-command = Say what to do, such as shuke check SHOP.
cli-usage-unknown-command = There is no command { $command }.
cli-usage-unknown-option = { $option } is not known here.
cli-usage-missing = { $what } is missing.
cli-usage-extra-word = “{ $word }” is one word too many.
cli-usage-file = { $file } cannot be read.
cli-usage-twice = { $option } may stand only once.
cli-usage-wrong = This cannot be read: { $what }
cli-usage-nobody = Nobody here is called “{ $name }”; for the owner write owner.
cli-usage-trade = There is no trade “{ $trade }”; choose clothing, jewellery, cosmetics, cafe or general.
cli-usage-language = There is no language “{ $language }”; choose zh-CN or en.
cli-usage-number = { $option } needs a number.
cli-usage-encoding = There is no encoding “{ $encoding }”; choose utf8 or gb18030.
cli-usage-table = There is no table “{ $table }”; choose customers, visits, lines, points or tasks.
cli-usage-csv = The file's name has to end in .csv or .xlsx: { $file }
cli-usage-segment = There is no segment called “{ $segment }”.
cli-usage-day = There is no day “{ $day }”; write it like 2026-11-21.
cli-usage-compare = Compare with last_period or last_year, not “{ $compare }”.
cli-usage-headings = Headings are names or words, not “{ $headings }”.

cli-init-done = “{ $name }” is ready: { $file }

cli-check-counts = { $customers } customers, { $visits } visits, { $lines } lines, { $total } in all, { $customer_total } of it with known customers.
cli-check-ok = The file is sound: structure, references, every total, points and statistics agree.
cli-check-found = These do not agree. Nothing was changed; keep a copy of the file as it is and look at the latest backup.
cli-check-finding = { $what }: { $rows }
cli-check-examples = (ids { $examples })

cli-restore-done = Restored, opened again and checked: { $customers } customers, { $visits } visits, { $total } in all. The file as it was is kept as { $aside }
cli-restore-again = The file could not be opened; it is kept as it is in the folder of backups. In its place there is this copy: { $customers } customers, { $visits } visits.
cli-restore-in-it = { $shop }, last changed { $last }: { $customers } customers, { $visits } visits, { $total } in all
cli-restore-other-book = This is a copy of another book, not of this shop's present file.
cli-restore-loses = Not in it: { $changes } steps, among them { $customers } new customers, { $visits } visits, { $contacts } contacts. The present file would be kept.
cli-restore-loses-nothing = A restore would lose nothing.
cli-backup-done = Copied, opened again and counted: { $path }
    { $customers } customers, { $visits } visits, { $total } in all.

cli-encrypt-done = Encrypted: { $file }. As it was before: { $copy }
cli-encrypt-sheet = Recovery sheet number { $number }. Write it down or print it and lock it away from the computer; once the passphrase is forgotten, nothing else opens the book.
cli-encrypt-plain = These copies are not encrypted and anybody can read them; whether to delete them is for you to decide:
cli-decrypt-done = No longer encrypted: { $file }. As it was before, encrypted: { $copy }

cli-find-nobody = Nobody found.

cli-tasks-none = Nothing to do on { $day }.

cli-show-birthday = Birthday { $birthday }, next on { $next }
cli-show-level = Level { $level }
cli-show-since = since { $since }
cli-show-keeps = Keeps it until { $until }, short of { $missing }
cli-show-next = To reach { $level }: { $missing }
cli-show-missing-money = ¥{ $amount }
cli-show-missing-count = { $count }
cli-show-points = Points { $points }
cli-show-expiring = { $points } of them end on { $day }
cli-show-figures = { $visits } visits, { $purchases } purchases, { $net } in all, { $year } in the last 12 months
cli-show-completeness = Archive { $percent }% complete

cli-week-done = { $week } exported: { $folder }
cli-week-totals = { $visits } visits, { $total } in all (sales { $sales }, returns { $returns }); all tables agree.
cli-week-preview = This week is not over, so this is a preview: nothing is noted as delivered.
cli-week-repeated = The content is the very one delivered before.
cli-week-revision = The content differs from what was delivered before; this is revision { $revision }.
cli-week-corrections = It carries { $n } corrections to weeks delivered before; see corrections.csv.

cli-export-done = { $rows } rows exported: { $path }
cli-export-everything = Exported { $tables } tables, { $rows } rows: { $path }

cli-forecast-silent = Too little is known for a forecast yet. Customers who bought: { $customers } (of { $customers_needed } needed); who bought again: { $repeat } (of { $repeat_needed }); weeks of history: { $weeks } (of { $weeks_needed }).
cli-forecast-model = { $model }: { $customers } customers bought, { $repeat } of them again; { $parameters }
cli-forecast-no-decline = Not enough decline seen to estimate leaving.
cli-forecast-edge = Customers differ too little for exact parameters; the order they stand in can be used.
cli-forecast-backtest = From what was known on { $from }, foretold to { $to }: { $buyers } of { $customers } customers bought again.
cli-forecast-row = { $rule }  AUC { $auc }  later buyers found in the first fifth { $fifth }
cli-forecast-model-best = On the shop's own past it foretold better than looking at the last purchase or at their number alone.
cli-forecast-recency-better = On the shop's own past, looking at the last purchase alone did better.
cli-forecast-frequency-better = On the shop's own past, looking at the number of purchases alone did better.
cli-forecast-not-judged = Too few people bought, or too few did not, in those days to judge it.
cli-forecast-ahead = In the next { $days } days about { $purchases } purchase days and { $spend } yuan are expected; { $lost } customers may be lost.

cli-import-customers = customers
cli-import-visits = visits
cli-import-lines = lines
cli-import-table = { $table }: { $rows } rows, { $new } new, { $known } known, { $changed } changed, { $rejected } held back
cli-import-column-unknown = “{ $column }” is not recognised and left out, with { $lost } filled cells; --map '{ $column }=note' puts it into the note, =new makes a field of it
cli-import-column-double = “{ $column }” means the same as another column and was left out, with { $lost } filled cells
cli-import-column-left-out = “{ $column }” is not in use in this shop and was left out, with { $lost } filled cells
cli-import-fields = Fields added to the archive: { $names }
cli-import-changes-more = { $n } more changed customers, see --json
cli-import-change-added = line { $line } { $who }: { $field } gets “{ $after }”
cli-import-change = line { $line } { $who }: { $field } “{ $before }” becomes “{ $after }”
cli-import-column-new = “{ $column }” goes into the new field “{ $field }”
cli-import-column-skipped = “{ $column }” was left out as told, with { $lost } filled cells
cli-import-flagged = line { $line }, { $column } “{ $text }”: { $what }
cli-import-rejected = line { $line } held back, { $column } “{ $text }”: { $what }
cli-import-more = { $n } more, see --json
cli-import-errors = the rows held back are in { $path }, to be mended and brought again
cli-import-staff = clerks added: { $names }
cli-import-total = the new visits come to { $total }, those of customers to { $customer_total }
cli-import-dry = this was a dry run; nothing in the book was changed
cli-import-done = imported; the history can take it back
cli-import-everything = Everything of { $shop } on { $day }: { $customers } customers, { $visits } visits, { $rows } rows
cli-import-map-unused = --map { $entry }: not used, check the name of the column

cli-help = The command line of Shuke: the same book and the same rules as the window. SHOP is the shop's one file.
cli-help-init = Makes a new shop's file; one that is there is never written over.
    .usage = shuke init SHOP --name NAME --trade clothing|jewellery|cosmetics|cafe|general [--owner NAME] [--language zh-CN|en] [--demo] [--new-passphrase-file FILE] [--json]
cli-help-import = Brings in customers, visits and lines of other systems (CSV or XLSX; Chinese and English headings are recognised); several files of a kind if need be, where --encoding 2023.csv=gb18030 or --sheet visits.2=NAME speaks of one; all or nothing, and can be undone. Ends with 65 if not one row could be taken.
    .usage = shuke import SHOP [--customers F]... [--visits F]... [--lines F]... [--map COLUMN=field|note|new|new_choice|skip]... [--encoding E] [--sheet NAME] [--heading LINE] [--dry-run] [--consent-on-paper] [--errors OUT.csv] [--json]
          shuke import SHOP --everything FOLDER [--dry-run] [--json]
cli-help-find = Finds customers like the search box: name, pinyin, phone, card, tag, style number.
    .usage = shuke find SHOP QUERY [--limit N] [--json]
cli-help-show = Everything about one customer.
    .usage = shuke show SHOP MEMBER_NO [--json]
cli-help-tasks = Whom to care for on a day, why, and what could be said; today unless a day is given.
    .usage = shuke tasks SHOP [--on DATE] [--json]
cli-help-export-week = The accountant's files of a week, in a folder of their own named after the week.
    .usage = shuke export-week SHOP 2026-W47 --out DIR [--encoding utf8|gb18030] [--json]
cli-help-export = A whole table for the owner, with names and phones, as text or as a workbook: as the file's name ends.
    .usage = shuke export SHOP customers|visits|lines|points|tasks --out FILE.csv|FILE.xlsx [--columns NAME,NAME] [--segment NAME] [--as-of DATE] [--encoding utf8|gb18030] [--headings names|words] [--json]
          shuke export SHOP everything --out FOLDER [--json]
cli-help-insight = The shop in figures: states of the members, value and RFM, growth by month, coming back, members against all sales, what is owed, what is bought again.
    .usage = shuke insight SHOP [--as-of DATE] [--from DATE --to DATE] [--compare last_period|last_year] [--json]
cli-help-forecast = Who will come again, how often, what they will spend, and how well the shop's own past would have been foretold.
    .usage = shuke forecast SHOP [--as-of DATE] [--horizon DAYS] [--fit-until DATE] [--json]
cli-help-check = Looks the whole file through and changes nothing; ends with 65 when something is wrong.
    .usage = shuke check SHOP [--json]
cli-help-restore = Goes back to a copy: checks it first, and keeps the present file. --preview only says what is in it and what would be lost.
    .usage = shuke restore SHOP --from FILE [--preview] [--json]
cli-help-backup = Copies the book into a folder; done only after the copy was opened, checked and counted.
    .usage = shuke backup SHOP --to DIR [--json]
cli-help-encrypt = Encrypts the whole file or gives it another passphrase; first keeps a copy, then prints the recovery sheet. The passphrase stands in a file of one line.
    .usage = shuke encrypt SHOP --new-passphrase-file FILE [--passphrase-file FILE] [--json]
cli-help-decrypt = Takes the encryption off; first keeps an encrypted copy.
    .usage = shuke decrypt SHOP --passphrase-file FILE [--json]
cli-help-sheet = Prints the recovery sheet once more.
    .usage = shuke sheet SHOP --passphrase-file FILE [--json]
cli-help-call = One JSON request a line, one JSON answer a line; {"{"}"op":"describe"{"}"} lists all operations.
    .usage = shuke call SHOP [--as owner|NAME [--pin-file FILE]]
cli-help-help = This page, or the usage of one command.
    .usage = shuke help [COMMAND], or shuke COMMAND --help
cli-help-codes =
    Exit codes: 0 done, 2 wrong usage, 65 bad data (listed), 66 no such file, 74 disk or file fault,
    75 in use by another program, 77 the owner, the passphrase or the recovery sheet is needed, or the counter is locked.
    With an encrypted file every command takes --passphrase-file FILE, or --sheet-file FILE (recovery sheet).
cli-waiting = Too many wrong tries before; waiting { $seconds } seconds
