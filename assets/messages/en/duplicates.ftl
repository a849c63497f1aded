# Archives that may be one person.
duplicates-title = May be the same person
duplicates-many = { $n } pairs
duplicates-same-phone = Same phone
duplicates-same-birthday = Same name and birthday
duplicates-visits = { $n } { $n ->
        [one] visit
       *[other] visits
    }
duplicates-keep = Which one stays
duplicates-nothing = nothing
duplicates-all-kept = Visits, points, likes, tags and phones of both stay, in one archive; if it was a mistake, Undo parts them again.
duplicates-apart = Two people
duplicates-join = Make one of them
duplicates-open = See { $number }
duplicates-joined = { $from } is part of { $name }'s archive now, nothing is lost
duplicates-none-title = Nobody looks like somebody else
duplicates-none-text = Pairs with the same phone, or the same name and birthday, will stand here for you to decide.
