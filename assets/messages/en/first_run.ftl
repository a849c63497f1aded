first-run-title = First, a word about your shop
first-run-intro = It takes a minute and can all be changed later. Customers are kept in one file on this computer: no network, no account.

first-run-trade = What do you sell
first-run-trade-missing = Choose a trade; the archive asks what matters there.
trade-clothing = Clothing
    .line = sizes, style, fabric
trade-jewellery = Jewellery
    .line = ring size, metal, dates
trade-cosmetics = Cosmetics
    .line = skin, shades, allergies
trade-cafe = Café
    .line = taste, ice, seat
trade-general = General
    .line = add your own fields

first-run-name = Shop name
first-run-name-placeholder = e.g. Swallow Boutique
first-run-name-hint = Stands on greetings and exported tables
first-run-name-missing = Give the shop a name; greetings use it.

first-run-start = How to begin
first-run-empty = Start empty
    .line = Enter your own customers; tables of an old system can be imported at any time
first-run-demo = Look at the demo shop first
    .line = Invented customers and visits to click around in; change to your own shop whenever you like

first-run-protect = A passphrase
first-run-plain = Not encrypted
    .line = Opens at once; whoever gets hold of the file can read it
first-run-encrypted = Encrypted
    .line = Opens with a passphrase, and so do backups; with passphrase and sheet lost, nobody can open it
first-run-sheet-title = The shop is there; now keep its recovery sheet safe
first-run-sheet-go = Typed right: begin
first-run-sheet-later = Type it back later

first-run-place = The file goes to
first-run-place-hint = The whole shop is this one file; copying it is a backup
first-run-place-usual = where this computer usually keeps documents
first-run-elsewhere = Somewhere else
first-run-file-name = My shop
first-run-open = I already have a shop file
first-run-go = Open the shop
first-run-filling = Setting up the demo shop
