# 日历：节日、生日、休息日和营业时间。
year-title = 日历
year-sub = 节日、生日、休息日和营业时间
year-this-month = 本月
year-lunar = 农历{ $day }
year-day-births = 这天生日
year-day-none = 没有人过生日
year-births = { $n } 位生日
year-shut = 休息
year-birthdays = 这个月的生日
year-no-births = 这个月没有人过生日
year-gifts = 要备的礼物
year-gift = { $gift } { $n } 份
year-turns = { $n } 岁
year-hours = 营业时间
year-change = 修改
year-closed = 休息日
year-closed-add = 加休息日
year-closed-edit = 休息日
year-closed-none = 还没有记休息日
year-closed-none-text = 盘点、装修、过年关门的日子记在这里，提醒和时限会跳过去。
year-closed-from = 从哪天
year-closed-to = 到哪天
year-closed-to-hint = 只休一天就空着
year-closed-reason = 原因
year-closed-saved = 休息日记好了
year-closed-removed = 休息日去掉了
year-from-to = { $from } 到 { $to }
year-festivals = 节日
year-festival-add = 加节日
year-festival-edit = 节日：{ $name }
year-festival-saved = 节日「{ $name }」存好了
year-festival-removed = 节日「{ $name }」去掉了
year-festival-on = 过「{ $name }」
year-festival-off = 不过「{ $name }」
year-keep = 过{ $name }
year-keep-set = 店里过这个节
year-quiet = 只问候
year-quiet-set = 追思的日子
year-quiet-hint = 只说关心的话，不说快乐，也不谈优惠
year-in-days = { $n } 天后
year-remove = 去掉
year-name = 名称
year-kind = 按什么算
year-kind-solar = 公历
year-kind-lunar = 农历
year-kind-weekday = 第几个星期几
year-kind-term = 节气
year-term = 节气
year-term-beginning-of-spring = 立春
year-term-qingming = 清明
year-term-beginning-of-summer = 立夏
year-term-beginning-of-autumn = 立秋
year-term-beginning-of-winter = 立冬
year-term-winter-solstice = 冬至
year-month = 月
year-month-n = { $n } 月
year-day = 日
year-day-n = { $n } 日
year-nth = 第几个
year-nth-n = 第 { $n } 个
year-nth-last = 最后一个
year-weekday = 星期
year-weekday-n = { $n ->
        [1] 星期一
        [2] 星期二
        [3] 星期三
        [4] 星期四
        [5] 星期五
        [6] 星期六
       *[7] 星期日
    }
year-only = 问候谁
year-only-all = 所有顾客
year-only-f = 女顾客
year-only-m = 男顾客
year-hours-hint = 写成 10:00-21:00，中午歇业就写两段，空着就是休息。
year-hours-unread = 看不懂，写成 10:00-21:00 这样
year-hours-saved = 营业时间存好了
