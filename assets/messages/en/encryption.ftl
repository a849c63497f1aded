# Passphrase and recovery sheet of the whole file.
encryption-title = Encryption
encryption-open = Passphrase and sheet…
encryption-card-none = Not encrypted: whoever gets hold of the file can read it.
encryption-card-on = Encrypted. Recovery sheet { $number }.
encryption-sheet-no = Recovery sheet { $number }
encryption-on = Encrypted
encryption-none = Not encrypted
encryption-on-text = The shop's file opens with its passphrase only, and so do its backups. A lost USB stick or a stolen computer shows nobody your customers.
encryption-none-text = Whoever gets hold of this file now can read your customers' names, phones and purchases. Encrypted, neither it nor its backups open without the passphrase; work is the same, you enter the passphrase once when you open it.
encryption-set = Encrypt the file…
encryption-set-title = Encrypt the file
encryption-change = Another passphrase…
encryption-change-title = Another passphrase
encryption-remove = Take encryption off…
encryption-remove-go = Take encryption off
encryption-remove-text = Whoever gets hold of the file can read it then. Earlier backups stay encrypted and need today's passphrase.
encryption-show-sheet = Show the recovery sheet
encryption-show-sheet-text = Enter the passphrase first; the sheet is not for those who pass by.
encryption-next = Next: the recovery sheet
encryption-go = Typed right: encrypt now
encryption-leave = Not now
encryption-done = The file is encrypted
encryption-off = The file is no longer encrypted
encryption-confirmed = The sheet is right; keep it safe
encryption-copy = As it was before: { $copy }, in { $folder }.
encryption-unconfirmed = The recovery sheet was not typed back yet
encryption-unconfirmed-text = If the passphrase is forgotten, nothing else opens the file. Print it and type it back once, to know that it can be read.
encryption-lost-title = If the passphrase is forgotten
encryption-lost = The next step gives you a recovery sheet to print and keep. With both passphrase and sheet lost, nobody can ever open the shop's data again, nor can we.
encryption-older = Another passphrase brings a new recovery sheet. Earlier backups still open with the earlier passphrase or the earlier sheet: do not throw that one away.
encryption-plain-title = Copies that are not encrypted
encryption-plain-text = { $n ->
        [one] This copy is not encrypted; whoever gets hold of it can read it. The program does not touch it: if it is no longer needed, delete it yourself.
       *[other] These { $n } copies are not encrypted; whoever gets hold of one can read it. The program does not touch them: if they are no longer needed, delete them yourself.
    }
encryption-plain-no = No plain copy was found beside the shop's file. Please look through USB sticks and other folders yourself.
encryption-plain-elsewhere = Look in another folder…
encryption-plain-where = Where to look for plain copies

passphrase-new = Passphrase
passphrase-new-hint = At least 8 characters. A sentence only you would think of is easy to keep and hard to guess
passphrase-again = Once more
passphrase-current = Present passphrase
passphrase-missing = No passphrase yet
passphrase-differs = The two are not the same
passphrase-show = Show
passphrase-hide = Hide

sheet-why = This sheet opens the file as the passphrase does. Print it (or copy it by hand), type it back from the paper to be sure it can be read, then lock it away, not beside this computer.
sheet-print = Print the sheet
sheet-type-back = Type it back from the sheet
sheet-typed = { $n } of { $of }; capitals and blanks do not matter
sheet-right = Compare
sheet-close = Close
sheet-paper-title = Recovery sheet
sheet-paper-of = Customer book of “{ $shop }”
sheet-paper-no = Number { $number }
sheet-paper-qr = The same letters, for a phone's camera
sheet-paper-use = If the passphrase is forgotten: on Shuke's lock screen choose “Open with the recovery sheet” and enter the 14 groups above. Every file and backup of the same number opens.
sheet-paper-keep = Whoever has this sheet can open the file. Lock it away; take no photo; do not leave it beside the computer.
