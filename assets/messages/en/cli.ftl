# What `shuke` says on the terminal.

cli-see-help = See shuke help.
cli-usage-command = Say what to do, such as shuke check SHOP.
cli-usage-unknown-command = There is no command { $command }.
cli-usage-unknown-option = { $option } is not known here.
cli-usage-missing = { $what } is missing.
cli-usage-extra-word = “{ $word }” is one word too many.
cli-usage-twice = { $option } may stand only once.
cli-usage-wrong = This cannot be read: { $what }
cli-usage-nobody = Nobody here is called “{ $name }”; for the owner write owner.
cli-usage-trade = There is no trade “{ $trade }”; choose clothing, jewellery, cosmetics, cafe or general.
cli-usage-language = There is no language “{ $language }”; choose zh-CN or en.

cli-init-done = “{ $name }” is ready: { $file }

cli-check-counts = { $customers } customers, { $visits } visits, { $lines } lines, { $total } in all, { $customer_total } of it with known customers.
cli-check-ok = The file is sound: structure, references, every total, points and statistics agree.
cli-check-found = These do not agree. Nothing was changed; keep a copy of the file as it is and look at the latest backup.
cli-check-finding = { $what }: { $rows }
cli-check-examples = (ids { $examples })
cli-check-integrity = The file's structure is damaged
cli-check-foreign-keys = Records that others point at are gone
cli-check-visit-totals = Totals of visits differ from their lines
cli-check-payments = Payments differ from the total
cli-check-returns = More brought back than bought
cli-check-points = Points differ from their ledger
cli-check-stats = Statistics of customers differ from their visits
cli-check-search-keys = Search keys differ from the archive

cli-backup-done = Copied, opened again and counted: { $path }
    { $customers } customers, { $visits } visits, { $total } in all.

cli-help = The command line of Shuke: the same book and the same rules as the window. SHOP is the shop's one file.
cli-help-init = Makes a new shop's file; one that is there is never written over.
    .usage = shuke init SHOP --name NAME --trade clothing|jewellery|cosmetics|cafe|general [--owner NAME] [--language zh-CN|en] [--demo] [--json]
cli-help-check = Looks the whole file through and changes nothing; ends with 65 when something is wrong.
    .usage = shuke check SHOP [--json]
cli-help-backup = Copies the book into a folder; done only after the copy was opened, checked and counted.
    .usage = shuke backup SHOP --to DIR [--json]
cli-help-call = One JSON request a line, one JSON answer a line; {"{"}"op":"describe"{"}"} lists all operations.
    .usage = shuke call SHOP [--as owner|NAME]
cli-help-help = This page, or the usage of one command.
    .usage = shuke help [COMMAND]
cli-help-codes =
    Exit codes: 0 done, 2 wrong usage, 65 bad data (listed), 66 no such file, 74 disk or file fault,
    75 in use by another program, 77 the owner is needed.
