# Wishes of all customers by style, and styles that came in or cost less.
wishes-title = 心愿
wishes-sub = { $n } 个心愿在等
wishes-style = 到了哪一款
wishes-style-placeholder = 款号
wishes-arrived = 到货了
wishes-reduced = 降价了
wishes-note = 说一句
wishes-note-placeholder = 比如：八折，只到周日
wishes-save = 记下
wishes-wrong-style = 写款号
wishes-saved = { $style } { $what }：{ $n ->
        [0] 没有人在等
       *[other] { $n } 位在等，去提醒她们
    }
wishes-empty = 还没有心愿
wishes-empty-text = 试过没买的，在她的页面按 W 记下来；到货或降价时，这里一眼看到谁在等。
wishes-waiting = { $n } 位在等
wishes-no-style = 没写款号
wishes-since = { $day }起
wishes-was = { $day }{ $what }
wishes-remove = 去掉
wishes-remove-of = 去掉 { $style } { $what }
wishes-removed = 去掉了：{ $style } { $what }
wishes-tell = 到了
wishes-tell-of = { $style } { $what }
nav-wishes = 心愿
