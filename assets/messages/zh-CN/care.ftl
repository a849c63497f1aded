# Care: from what tasks follow, why today.
care-trigger-new-card = 新会员卡
care-trigger-first-purchase = 第一次购买
care-trigger-big-purchase = 一次买了多少
care-trigger-brought-somebody = 带来了朋友
care-trigger-was-brought = 朋友介绍来的
care-trigger-milestone = 累计到了大数
care-trigger-top-spender = 年度消费第一
care-trigger-birthday = 生日
care-trigger-birthday-list = 下月生日名单
care-trigger-important-date = 纪念日
care-trigger-no-purchase = 好久没买
care-trigger-festival = 节日
care-trigger-season = 换季
care-trigger-complaint-answer = 投诉待答复
care-trigger-complaint-solve = 投诉待解决
care-trigger-complaint-follow-up = 投诉后回访
care-trigger-near-downgrade = 快要降级
care-trigger-points-expiring = 积分快到期
care-trigger-voucher-expiring = 礼券快到期
care-trigger-wish-arrived = 心愿到了
care-trigger-event-invitation = 活动邀请
care-trigger-follow-up = 手记的任务

care-why-new-card = { $day }成了{ $level }
care-why-first-purchase = { $day }第一次买
care-why-big-purchase = { $day }一次买了 ¥{ $amount }
care-why-brought-somebody = { $day }带来了{ $name }
care-why-was-brought = 朋友介绍，{ $day }来的
care-why-milestone = { $day }累计买满 ¥{ $amount }
care-why-top-spender = 到 { $year } 年底买得最多，一年 ¥{ $amount }
care-why-birthday = { $day }生日
care-why-birthday-list = { $month }有 { $count } 位过生日，备礼 { $gifts } 份
care-why-important-date = { $day }是她的{ $label }
care-why-no-purchase = { $day }买过以后没再买
care-why-festival = { $day }{ $festival }
care-why-season = { $season ->
    [spring] 入春了
    [summer] 入夏了
    [autumn] 入秋了
   *[winter] 入冬了
    }，{ $day }起
care-why-complaint-answer = { $day }的投诉，等我们答复
care-why-complaint-solve = { $day }的投诉，还没解决
care-why-complaint-follow-up = { $day }的投诉，{ $solved }解决了，问问满不满意
care-why-near-downgrade = { $level }到{ $day }为止
care-why-points-expiring = 有 { $points } 分，最早的一批{ $day }到期
care-why-voucher-expiring = 有一张礼券{ $day }到期
care-why-wish-arrived = { $how ->
    [reduced] 想要的 { $style } 降价了，{ $day }
   *[arrived] 想要的 { $style } 到了，{ $day }
    }
care-why-event-invitation = { $day }「{ $event }」，请她来
care-why-follow-up = { $title }

care-means-message = 发消息
care-means-call = 打电话
care-means-letter = 写信或贺卡
care-means-visit = 当面
care-who-adviser = 她的导购
care-who-visit-clerk = 接待她的店员
care-who-pool = 谁有空谁做
care-customers-new = 新顾客
care-customers-old = 老顾客
