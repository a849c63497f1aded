# What a check finds, for the window and the command line.
check-finding-integrity = Parts of the file cannot be read; back up to another disk soon
check-finding-foreign-keys = Some records point to records that are not there
check-finding-visit-totals = In some visits the lines do not add up to what was paid
check-finding-payments = In some visits the payments do not add up to what was paid
check-finding-returns = More was brought back than was bought
check-finding-points = The points of some customers do not agree with their ledger
check-finding-stats = The figures of some customers do not agree with their records
check-finding-search-keys = Some customers may not be found
check-finding-audit-chain = The audit log was changed, swapped or cut from outside
check-finding-audit-operations = A step of the history is not as the audit log says
check-finding-audit-rows = Data was changed, but not in here
check-finding-audit-start = What stood in the book when the audit log began was touched from outside
check-finding-audit-credentials = A password or PIN was not set in here
check-finding-other = One check did not pass: { $check }
