# 今天该关心谁：列表、她这一件、拷贝的话、通话单
nav-today = 关怀
keys-care = 关怀
action-care-today = 今天该关心谁
action-task-done = 做好了
action-task-no-answer = 没接
action-task-replied = 她回了
action-task-later = 改天
action-task-skip = 不做了
action-task-copy = 拷贝这段话
action-task-text = 改一改
action-follow-up = 约个回访
action-call-sheet = 打通话单

today-title = 关怀
today-sum-overdue = 晚了 { $n } 件
today-sum-due = 今天 { $n } 件
today-sum-held = 先不打扰 { $n } 件
today-sum-done = 今天已记 { $n } 件
today-tab = 看什么
today-tab-todo = 要做的
today-tab-held = 先不打扰 { $n }
today-whose = 谁的
today-whose-all = 全部
today-whose-mine = { $name }的
today-whose-pool = 谁有空谁做
today-rule = 哪一种
today-rule-all = 所有的事
today-group = { $title }（{ $n }）
today-by-hand = 手记的事
today-clear = 清掉条件
today-n = { $n } 件
today-month = { $n } 月
today-join = ；

today-col-who = 顾客
today-col-what = 做什么，为什么
today-col-channel = 方式
today-col-staff = 谁做
today-col-when = 日子
today-col-why-not = 为什么先不打扰
today-col-until = 到什么时候
today-anybody = 谁有空
today-shop = 店里的事
today-state-overdue = 过了日子
today-state-due = 今天
today-state-upcoming = 接下来七天
today-late = 晚了 { $n } 天
today-last-day = 今天最后一天
today-until = { $day }为止
today-due = { $day }该做
today-tries = 找过 { $n } 次没接
today-snoozed = 改到这天的
today-again = { $day }再说
today-by-a-person = 等她改主意

today-nothing = 今天没有要做的
today-nothing-text = 往后七天也没有。有人生日近了、来买过、好久没来，会自己出现在这里。
today-next = 下一件在{ $day }：{ $name }
today-no-hit = 没有这样的事
today-no-hit-text = 换个条件再看看。
today-held-title = 先不打扰
today-held-none = 没有要先等等的
today-held-none-text = 刚来过、刚联系过、说过不要促销的，会留在这里，不去打扰。
today-how-title = 怎么做
today-how-text = ↑ ↓ 选一件，右边是她和要说的话。空格可以多选，一起记。

today-by = 走{ $channel }
today-not-before = { $at } 以后
today-bought = { $day }买过
today-never-bought = 还没买过
today-contacted = { $day }联系过
today-never-contacted = 还没联系过

today-held-inactive = 档案已收起或已退会
today-held-do-not-contact = 她说过不要联系
today-held-consent-withdrawn = { $purpose ->
    [marketing] 她说过不要{ $channel }促销
    [archive] 她撤回了留档案的同意
   *[service] 她说过不要{ $channel }联系
  }
today-held-minor = 她未满 { $under } 岁
today-held-no-promotion = 她说过不要促销
today-held-consent-missing = 还没有她同意{ $channel }促销的记录
today-held-open-complaint = 她有投诉还没解决
today-held-no-channel = 档案里没有{ $channel }的联系办法
today-held-unanswered = 连着 { $n } 次没回，本月不再发
today-held-monthly-limit = 本月已发 { $n } 次促销
today-held-too-soon = { $what ->
    [visit] { $day }才来过
   *[contact] { $day }才联系过
  }

today-acts = 结果怎样
today-chosen = 选了 { $n } 件
today-chosen-text = 一起记下结果。按分寸该等的，会留着不动。
today-chosen-clear = 都不选了
today-said-one = 记下了：{ $name }，{ $what }
today-said-many = 记下了 { $n } 件：{ $what }
today-said-left-out = ；{ $n } 件按分寸留着
today-said-plain = { $what ->
    [done] 做好了
    [no_answer] 没接，过几天再提醒
    [replied] 她回了
    [skipped] 不做了
   *[snoozed] 改天再说
  }
today-said-until = { $day }再说

today-later-title = 改天：{ $whom }
today-later-do = 改到这天
today-later-until = 哪天再提醒
today-later-offered = 常用的日子
today-later-1 = 明天
today-later-n = { $n } 天后
today-later-monday = 下周一
today-later-wrong = 选明天以后的一天
today-skip-title = 不做了：{ $whom }
today-skip-text = 这一件不再提醒。为什么，写一句，以后好明白。
today-skip-do = 不做了
today-skip-1 = 刚当面聊过
today-skip-2 = 她不需要
today-skip-3 = 不合适现在说
today-skip-4 = 已经有人做了

today-text-title = 给{ $name }的话
today-text = 要说的话
today-text-length = { $n } 字。拷贝后去微信或短信里粘贴，发不发由您。
today-text-none = 这一件没有现成的话，可以自己写一句。
today-text-missing = 有的内容档案里没有，话已绕开，发前看一眼。
today-copy = 拷贝
today-copy-refused = 系统这次没让拷贝。话在上面，选中它，按 Ctrl C。
today-copied = 拷贝好了：给{ $name }的话

today-follow-title = 约个回访：{ $name }
today-follow-what = 要做什么
today-follow-what-hint = 比如：问问她合不合身
today-follow-day = 哪天
today-follow-channel = 怎么联系
today-follow-channel-hers = 照她的习惯
today-follow-wrong-what = 写一句要做什么
today-follow-wrong-day = 选今天或以后的一天
today-follow-saved = 记下了：{ $day }，{ $name }，{ $what }

today-hers = 现在该做
today-hers-more = 还有 { $n } 件
today-hers-none = 眼下没有要做的
today-counter = 今天该关心

today-sheet-title = 通话单
today-sheet-n = { $n } 位顾客
today-sheet-print = 打印
today-sheet-none = 这些事都已经做好了
today-sheet-left-out = 有 { $n } 件已经做好或不在了，没有列上。
today-sheet-no-phone = 没有电话
today-sheet-against = 先别谈促销：
today-sheet-wechat = 微信
today-sheet-birthday = 生日
today-sheet-sizes = 尺码
today-sheet-visits = 买过
today-sheet-wishes = 想要
today-sheet-notes = 记着
today-sheet-reached = 说上话了
today-sheet-no-answer = 没接
today-sheet-again = 再打：
today-sheet-said = 她说：

today-list = 存成短信名单
today-list-hint = 名单和话存成表格，给短信平台用。发了以后再按「做好了」记上。
today-list-folder = 名单存到哪里
today-list-made = 名单存好了，{ $n } 条：{ $path }
today-list-none = 没有可以发的，没存名单
today-list-wait = 。现在太早或太晚，到了钟点再发
today-list-held = ；{ $n } 位先不打扰，没列上
