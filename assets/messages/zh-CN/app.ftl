# The window around every screen.
brand = 熟客
brand-first = 熟
brand-second = 客

nav-label = 主菜单
nav-levels = 等级
nav-import = 导入
nav-week-export = 交账
nav-points = 积分
nav-vouchers = 礼券礼遇
nav-events = 活动
nav-referrals = 转介绍
nav-insight = 分析
nav-history = 历史
nav-customers = 顾客
nav-segments = 细分
nav-counter = 今日
nav-visits = 到店
nav-contacts = 联系
nav-care-rules = 规则
nav-templates = 话术
nav-calendar = 日历
nav-settings = 设置

counter-nobody = 谁在柜台

search-label = 找顾客
search-placeholder = 姓名 · 拼音首字母 · 手机尾号 · 卡号
search-hits = 找到的顾客
search-clear = 清空
search-never-came = 还没来过
search-none = 没有找到「{ $query }」
search-new = 新建顾客「{ $query }」
search-failed = 这次没查成，再按一个键试试
search-by-wechat = 微信对上
search-by-nickname = 称呼对上
search-by-tag = 标签对上
search-by-style = 买过这款
search-by-recent = 最近来过
search-archived = 已收起
search-foot = ↑ ↓ 选择 · Enter 打开 · Esc 清空

action-new-entry = 新建
action-guest-accepted = 答应来
action-guest-declined = 来不了
action-guest-unsure = 还没定
action-guest-came = 到了
action-guest-gift = 领了礼品
action-give-thanks = 谢一谢
action-print-report = 打印月报
action-search = 找顾客
action-new-customer = 新建顾客
action-record-visit = 记一次到店
action-walk-in-visit = 记散客
action-undo = 撤销上一步
action-backup = 立即备份
action-back = 返回
action-keys = 按键一览
action-edit-customer = 改档案
action-return-goods = 退换货
action-add-tag = 加标签
action-add-wish = 记心愿
action-adjust-points = 调积分
action-log-contact = 记一次联系
action-save = 保存
action-add-line = 加一行
action-correct-visit = 更正这次到店
action-void-visit = 作废这次到店
action-visit-kind = 购买、只看、退货……
action-visit-birthday = 用生日礼遇
action-visit-voucher = 用券
action-visit-points = 用积分
action-visit-pay = 去选怎么付
action-visit-split = 分开付
action-visit-more = 她说了什么
action-filter = 筛选
action-export = 导出

keys-title = 按键一览
keys-everywhere = 任何地方
keys-customer = 顾客页
keys-visit = 记到店时
keys-list = 列表
keys-form = 填写时
keys-places = 去哪里

day-today = 今天
day-yesterday = 昨天
day-tomorrow = 明天
loading = 正在取

file-open-shop = 打开店的文件
file-kind-shop = 熟客的店

leave-title = 还没保存
leave-stay = 留下接着填
leave-go = 不要了
