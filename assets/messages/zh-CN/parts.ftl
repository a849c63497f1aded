# Pieces that every screen uses.
field-amount-unread = 看不懂这个金额，写成 299 或 299.50 就好
field-day-placeholder = 如 11-21、今天
field-day-unread = 看不懂这个日期，写成 2026-11-21、11-21 或「昨天」就好
field-day-calendar = 打开日历

calendar-earlier = 上个月
calendar-later = 下个月

birthday-calendar = 公历还是农历
birthday-solar = 公历
birthday-lunar = 农历
birthday-year = 出生年份
birthday-year-placeholder = 年份（可空）
birthday-year-unread = 年份写四位，如 1990；不知道就空着
birthday-month = 月
birthday-day = 日
birthday-month-n = { $n }月
birthday-day-n = { $n }日
birthday-leap = 闰月

dialog-close = 关闭
confirm-not = 先不
confirm-reason = 原因
confirm-reason-missing = 写一句原因，以后查得到
failure-retry = 再试一次
tag-remove = 去掉标签「{ $label }」
toast-dismiss = 知道了
toast-undo = 撤销
toast-undone = 撤销了，和之前一样
toast-undone-what = 撤销了刚才这一步：{ $what }
toast-undo-nothing = 这次打开以后还没动过什么；更早的在「历史」里撤销
step-done = 已完成

progress-of = { $done } / { $total }
progress-cancel = 停下
progress-stopping = 正在停

combobox-hits = 可以选的
combobox-none = 没有找到
combobox-create = 新建「{ $query }」

table-rows = 共 { $n } 行
table-select-row = 选中这一行
table-rows-so-far = 已取到 { $n } 行
table-select-all = 选中全部

discount = { $n } 折

chart-as-table = 看表
chart-as-picture = 看图
chart-role = 图
chart-name = { $title }。按左右方向键逐项听，回车看名单。
chart-opens = 点开看名单
chart-none = 还没有可画的数
figure-open = 看名单
