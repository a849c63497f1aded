# One message for every code of the core: what happened; `.safe` what is safe; `.do` what to do.
# A message ends without a full stop: at a field it is joined with `.do` into one line, elsewhere it is the heading.

error-unknown-operation = Two parts of the program do not fit together
    .safe = No data was touched.
    .do = Please open the program again; if it stays so, reinstall this version.
error-bad-arguments = The program did not understand this step
    .safe = No data was touched.
    .do = Please go back a page and try again.

error-required = This is still empty
    .do = Fill it in to save.
error-too-long = This is too long
    .do = At most { $max } characters.
error-out-of-range = This is out of range
    .do = Enter { $min } to { $max }.
error-amount-invalid = This does not read as an amount
    .do = Write 299 or 299.50.
error-amount-too-large = This amount is too large
    .do = The most is 100 million yuan; perhaps a zero too many?
error-day-invalid = There is no such day
    .do = Write it like 2026-11-21.
error-template-invalid = { $why ->
        [unknown] “{ $name }” at character { $at } is not something that can be filled in
        [unopened] A closing brace too many at character { $at }
        [nested] A bracket inside a bracket at character { $at }
       *[unclosed] The bracket or brace at character { $at } is not closed
    }
    .do = Put it in with the labels above the text.
error-hours-invalid = { $why ->
        [overlap] This stretch overlaps the one above it
        [never] There are no opening hours on any day of the week
       *[backwards] Closing has to be later than opening, on the same day
    }
    .do = Open past midnight? Write until 24:00 and the rest on the next day.
error-day-in-future = This day has not come yet
    .do = Enter today or an earlier day.
error-week-invalid = This does not read as a week
    .do = Write it like 2026-W47.
error-lunar-day-invalid = The lunar calendar has no such day
    .do = Check month, day and leap month.
error-choice-invalid = This choice no longer exists
    .do = Choose one of the others.
error-text-invalid = There is an invisible character that cannot be kept
    .do = Delete it and type it again.

error-not-found = This record is gone; it may just have been deleted or merged
    .safe = Everything else is there.
    .do = Look for it in the list again; a deletion can be undone in History.
error-phone-taken = Somebody has this phone already
    .do = See whether it is the same person; if a family shares it, confirm and save.
error-member-no-taken = This card number belongs to another customer
    .do = Take another, or look at that customer first.
error-member-no-differs = The typed member number is not hers
    .do = Type the number shown above.
error-count-differs = The typed number is not that of the people chosen
    .do = Count them and type it again.
error-consent-needed = “{ $field }” is sensitive and she has not agreed to it
    .safe = Nothing was written down.
    .do = Ask her in person; if she agrees, save once more.
error-guardian-needed = She is under 14: a guardian has to agree
    .do = Write down which guardian agreed; until then only name, phone and birthday are kept.
error-same-person = It cannot be herself
    .do = Choose another customer.
error-referral-cycle = That would go round in a circle: this one was brought by her, or by someone she brought
    .do = Choose another referrer, or change who brought that one first.
error-thanks-given = Thanks were given on { $day }
    .do = Each newcomer is thanked for once; Referrals shows what was given.
error-name-taken = This name is taken
    .do = Choose another, so that they can be told apart.
error-already-set = All { $n } have this task already, and it is still open
    .do = There is nothing to set again; for something else, use other words.
error-in-use = { $why ->
        [rule] The care rule “{ $rule }” uses this
       *[records] { $n } records still use this
    }
    .safe = Nothing was deleted.
    .do = Change those first, or switch it off.

error-visit-empty = Nothing was bought on this visit yet
    .do = Add a piece; choose “Browsing” if she only looked.
error-payments-differ = What was paid differs from what is due
    .do = Please check the amount of each payment.
error-return-too-many = More is coming back than was bought
    .do = Check how many of this were bought and not yet returned.
error-return-other-customer = Another customer bought this piece
    .do = Return it from her record.
error-return-before-sale = The return lies before the sale
    .do = Enter the day of the sale or later.
error-visit-voided = This visit has been voided
    .safe = What it held is kept and can be looked at.
    .do = To change it, record it anew.
error-visit-has-returns = Something from this visit was returned, so it cannot go first
    .safe = Nothing was changed.
    .do = Void the return before it.
error-reason-required = A reason is missing
    .do = Write one, so that it can be looked up later.
error-price-invalid = This price cannot be
    .do = Not below zero and not above the list price.

error-points-short = Not enough points
    .do = She has { $have } to use.
error-voucher-not-usable = { $why ->
        [cancelled] This voucher was withdrawn
        [used] This voucher was used already
        [too_early] This voucher is good from { $day }
        [expired] This voucher was good until { $day }
        [below_minimum] { $short } short of this voucher's minimum spend
        [nothing_to_pay] There is nothing to pay on this visit
       *[other] This voucher does not fit this visit
    }
    .do = Choose another one, or record the visit without it.
error-birthday-not-due = { $why ->
        [used] The birthday privilege was used on { $day }
       *[not_now] It is not her birthday time, or her birthday is not known
    }
    .do = It is for the days around the birthday, once a year.
error-level-price-not-due = { $why ->
        [walk_in] A walk-in has no member's price
        [below] Below her member's price of { $min }
       *[no_discount] Her level has no member's price
    }
    .do = Give another reason for the lower price, or go back to the list price.
error-customer-inactive = { $status ->
        [cancelled] She has left the club
       *[other] Her archive is put away
    }
    .safe = Nothing was written down or taken off.
    .do = Take her archive back out on her page, then go on.
error-benefit-given = This benefit was given on { $day }
    .do = See the register of benefits.
error-event-cancelled = This event was called off
    .do = Plan a new one, or undo the calling off in the history.
error-event-not-yet = The event begins on { $day }; nobody can have come yet
    .do = Write it down on that day.
error-rules-invalid = The rules do not hold together
    .safe = The old rules are still in force.
    .do = Check that each level asks for more than the one below.
error-preview-stale = Something changed since the preview
    .safe = Nothing was changed.
    .do = Look at it again and confirm.

error-complaint-closed = This complaint is solved already
    .do = If it is not over, reopen it first.
error-complaint-open = This complaint is not solved yet
    .do = Write down how it was solved, then the result.

error-already-undone = This step was undone already
    .do = History shows it.
error-undo-conflict = { $why ->
        [birthday] She used the birthday privilege again since; undone, she would have had it twice
        [second_visit] She was given another second-visit voucher since; undone, she would have two
       *[changed] Later changes rest on it, so it cannot be undone alone
    }
    .safe = Nothing was changed.
    .do = Undo the later steps first.
error-undo-conflict-steps = { $n ->
        [one] One later step is in the way: “{ $step }”. Undo it in History first.
       *[other] { $n } later steps are in the way, the first of them “{ $step }”. Undo them in History, the last one first.
    }
error-not-undoable = This step cannot be undone
    .safe = All of it is kept in History.
    .do = History shows how to change it back by hand.

error-file-missing = The shop's file is not there
    .safe = No file was made or changed.
    .do = If it lies on a USB stick or another disk, connect it and try again; if it was moved, choose its new place.
error-file-exists = A file of this name is already there
    .safe = It was not written over.
    .do = Choose another name or another place.
error-file-empty = This file is empty; it is no customer book
    .safe = It was not touched.
    .do = Perhaps a copy was cut short: open a backup, or copy it again.
error-file-foreign = This is not a Shuke file
    .safe = It was not touched.
    .do = Choose a file ending in .shuke; an encrypted one needs its passphrase.
error-file-newer = A newer version of Shuke wrote this file
    .safe = It was not touched; everything is in it.
    .do = Install the newer version to open it.
error-file-short = This file is incomplete: only a part of it is there
    .safe = It was not touched.
    .do = A copy was probably broken off, or a stick pulled out too early. Copy it again, or open the latest backup.
error-file-damaged = The file is damaged
    .safe = Nothing was written to it.
    .do = Keep it as it is, and open the latest backup.
error-file-busy = Another program has the file open
    .safe = No data was touched.
    .do = See whether a Shuke window is open already or a scheduled export is running; then try again.
error-file-read-only = The file or its folder cannot be written
    .safe = This step was not saved; everything before it is.
    .do = See whether it is read-only, the USB stick is locked, or you lack the right. Otherwise take a folder of your own, where you can write.
error-passphrase-needed = This file is encrypted; it opens with its passphrase
    .safe = It was not touched.
    .do = Enter the passphrase; if it is forgotten, recovery sheet { $sheet } opens it too.
error-passphrase-wrong = Not the passphrase, or not a Shuke file
    .safe = It was not touched; everything is in it.
    .do = Look at Caps Lock and the input method; if it will not come back to you, use the recovery sheet.
error-passphrase-weak = { $why ->
        [figures] Of figures alone it takes at least { $min }
        [alike] The same few letters over and over are easily guessed
       *[short] Too short: at least { $min } characters
    }
    .do = A sentence that only you know is best, and easy to keep in mind.
error-sheet-wrong = { $why ->
        [length] The sheet has { $of } letters and figures; there are { $n } here
        [group] Group { $group } is not right
       *[somewhere] Some groups are not right
    }
    .do = Compare it with the sheet once more.
error-sheet-other = This recovery sheet does not open this file
    .safe = It was not touched; everything is in it.
    .do = Look at the number on the sheet; after a change of passphrase, older backups need the sheet of that time.
error-encryption-not-begun = No passphrase was chosen yet
    .safe = Nothing was changed.
    .do = Begin again with choosing one.
error-not-encrypted = This book is not encrypted
    .safe = Nothing was changed.
error-folder-read-only = The folder of the shop's file cannot be written
    .safe = The file was not touched; everything is in it.
    .do = Saving puts a small file beside it. Allow writing in this folder, or move the shop's file to another one and open it there.
error-file-gone = The shop's file is no longer where it was
    .safe = All that was saved is in that file; this last step was not saved and still stands on the screen.
    .do = It may have been moved or renamed, or the memory stick was pulled out. Put it back and save again; if it cannot be found, press Back up to keep a copy elsewhere first.
error-file-replaced = Another file took the place of the shop's file
    .safe = Nothing was written to that other file; this last step was not saved and still stands on the screen.
    .do = Put the right file back and save again; if a cloud drive replaced it, stop its syncing first. If it cannot be found, press Back up to keep a copy elsewhere first.
error-disk-full = The disk is full
    .safe = This step was not saved; everything before it is.
    .do = Make some room and try again; a copy or an export can go to another disk.
error-disk-fault = The disk reports a fault
    .safe = This step was not saved.
    .do = See that the disk is connected, and soon copy the shop's file to another one.
error-folder-missing = That folder is not there
    .safe = Nothing was written.
    .do = Connect the USB stick, or choose another folder.
error-copy-not-whole = The copy did not pass its check and was thrown away
    .safe = The shop's own data are fine.
    .do = Back up again; if it fails again, take another disk.
error-same-file = This is the very file that is open
    .safe = Nothing was changed.
    .do = Choose a copy of it.
error-copy-unsound = This copy opens, but what stands in it does not add up
    .safe = Neither the shop's file nor the copy was touched.
    .do = Choose another copy.
error-nothing-restored = There is no restore to take back
    .safe = Nothing was changed.
error-save-unknown = It is not certain whether this step was saved
    .safe = Everything saved before is there.
    .do = The disk cannot be read at the moment. Connect it and try again: a visit is never recorded twice; look first whether anything else is there already.
error-not-saved = This step was not saved
    .safe = Everything before it is, and nothing is counted twice.
    .do = Please save again.
error-totals-differ = Lines or payments of { $n } visits differ from their totals, beginning with { $visit }.{" "}
    .safe = Nothing was exported or changed.{" "}
    .do = Correct those visits and export again.

error-table-too-large = An Excel sheet cannot hold this: at most { $rows } rows, and 32,767 characters a cell
    .safe = No file was made.
    .do = Save it as CSV, which has no such limit, or choose less.

error-headings-unknown = The heading row of this table was not recognised
    .safe = Nothing was imported.
    .do = See that the first row names the columns, or say yourself what each column is.
error-encoding-wrong = Read in this encoding, the text is garbled
    .safe = Nothing was imported.
    .do = Try another; Chinese programs mostly write GB18030.
error-import-too-large = { $what ->
        [cell] A cell of line { $line } is unusually long
        [columns] Line { $line } has too many columns: { $max } are the most
        [row] Line { $line } is too long
        [files] At most { $max } files come in at once
        [rows] This table has too many rows
       *[other] This file is too large
    }
    .safe = Nothing was imported.
    .do = { $what ->
        [cell] Probably a quote is never closed, or somebody pasted a whole text into one cell. Mend it and try again.
        [columns] Delete the columns that are not needed and try again.
        [row] Look at that line of the file, mend it and try again.
        [files] Bring them in several imports; what is in already does not come twice.
       *[other] Split it into several files.
    }
error-not-everything = This folder holds no full export of Shuke
    .safe = Nothing was changed.
    .do = Choose the folder with manifest.json in it, the one that “Export everything” made.
error-folder-newer = A newer version of Shuke made this export
    .safe = Nothing was changed; everything is still in the folder.
    .do = Install the newer version and bring it back with that.
error-everything-changed = { $file } of the full export is missing or is not as it was
    .safe = Nothing was changed.
    .do = Copy the folder again from where it lay, or export everything anew. What a spreadsheet saved over cannot come back.
error-book-not-new = A full export comes back only into a new book
    .safe = What is in this book was not touched.
    .do = Make a new, empty one first, without a password or other people, and try again.
error-import-file-twice = “{ $file }” and “{ $same }” are the same table
    .safe = Nothing was imported.
    .do = Take one of the two away and try again.
error-of-file = “{ $file }”: { $what }
error-import-empty = No table was found in the file
    .safe = Nothing was changed.
    .do = Open it to see whether it is empty, then choose again.
error-import-protected = This workbook is locked with a password
    .safe = Nothing was imported.
    .do = Open it in your spreadsheet program, save a copy without the password, and import that.
error-import-old-workbook = This is a workbook of the old kind (.xls), which cannot be read
    .safe = Nothing was imported.
    .do = Open it in Excel or WPS, save it as .xlsx, and import that.
error-import-not-workbook = There is no workbook in this archive
    .safe = Nothing was imported.
    .do = If there is a table inside, unpack it first; save other tables as .xlsx.
error-import-picture = This is a picture, not a table
    .safe = Nothing was imported.
    .do = Export CSV or XLSX from the old system; the writing in a picture cannot be read.
error-import-web-page = This is a web page, not a table
    .safe = Nothing was imported.
    .do = Many systems write web pages and call them .xls. Open it in Excel or WPS, save it as .xlsx, and import that.
error-import-cut-off = This file is not whole: it ends half way
    .safe = Nothing was imported.
    .do = Perhaps the download or the copy was not finished. Please export it once more.
error-import-sheet-unknown = The workbook has no sheet of this name
    .safe = Nothing was imported.
    .do = It has: { $sheets }
error-file-kind-unknown = This kind of file cannot be read
    .safe = Nothing was imported.
    .do = Use CSV or XLSX; save other tables as one of these first.

error-cancelled = Stopped
    .safe = What was half done was taken back; all is as it was before.
error-owner-needed = The owner has to do this
    .do = Please let the owner enter the password.
error-locked = The counter is locked
    .safe = All data is there and was not touched.
    .do = Choose yourself and type your password first.
error-secret-wrong = { $wait ->
        [yes] Wrong again: { $seconds } seconds to wait
       *[no] That is not it; look at capitals and figures again
    }
    .do = { $wait ->
        [yes] A forgotten PIN the owner sets anew; for a forgotten password there is no other way in here.
       *[no] { $left } more tries.
    }
error-secret-wait = Too many tries; wait { $seconds } seconds
    .do = Closing and opening the program begins the wait anew.
error-secret-needed = This person needs a password to sit down
    .do = Please let the owner set one under Staff and passwords.
error-password-short = The password is too short
    .do = At least { $min } characters; a sentence you remember is best.
error-pin-invalid = A PIN is six figures
    .do = Please type six figures.
error-owner-first = The owner's password comes first
    .do = Only with it clerks' PINs are of use.
error-internal = The program made a fault
    .safe = This step was not saved; everything before it is.
    .do = Please try again; if it stays so, open the program anew.

# How the sentences stand together.
error-at-field = { $what }. { $act }
error-sentences = { $safe } { $act }
