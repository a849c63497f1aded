# Wishes of all customers by style, and styles that came in or cost less.
wishes-title = Wishes
wishes-sub = { $n } wishes open
wishes-style = Which style
wishes-style-placeholder = Style number
wishes-arrived = Arrived
wishes-reduced = Reduced
wishes-note = A word on it
wishes-note-placeholder = Such as: 20 % off until Sunday
wishes-save = Save
wishes-wrong-style = Enter the style number
wishes-saved = { $style } { $what }: { $n ->
        [0] nobody waits for it
        [one] { $n } customer waits, let her know
       *[other] { $n } customers wait, let them know
    }
wishes-empty = No wishes yet
wishes-empty-text = Tried and not bought: press W on her page. When it arrives or is reduced, this shows who waits.
wishes-waiting = { $n } waiting
wishes-no-style = No style number
wishes-since = since { $day }
wishes-was = { $what } { $day }
wishes-remove = Remove
wishes-remove-of = Remove { $style } { $what }
wishes-removed = Removed: { $style } { $what }
wishes-tell = Came in
wishes-tell-of = { $what }: { $style }
nav-wishes = Wishes
