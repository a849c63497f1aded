# Headings and words of exported tables. The meaning of each column stands in src-tauri/docs/weekly-export.md.

export-column-visit-no = 单号
export-column-date = 日期
export-column-time = 时间
export-column-kind = 类型
export-column-customer = 顾客号
export-column-day-total = 散客汇总
export-column-staff-code = 导购号
export-column-staff = 导购
export-column-ticket-no = 小票号
export-column-paper-ticket = 纸质小票号
export-column-pieces = 件数
export-column-list-total = 吊牌金额
export-column-discount = 优惠
export-column-total = 实收
export-column-ref-visit-no = 原单号
export-column-line-no = 行号
export-column-style-no = 款号
export-column-goods = 品名
export-column-category = 品类
export-column-color = 颜色
export-column-size = 尺码
export-column-qty = 数量
export-column-list-price = 吊牌价
export-column-price = 成交价
export-column-amount = 金额
export-column-reason = 优惠原因
export-column-reason-note = 原因说明
export-column-ref-line-no = 原行号
export-column-method = 付款方式
export-column-period = 日期或周
export-column-item = 项目
export-column-count = 笔数
export-column-about-week = 更正的周
export-column-change = 更正
export-column-old-total = 原实收
export-column-new-total = 现实收
export-column-difference = 差额
export-column-member-no = 会员号
export-column-name = 姓名
export-column-nickname = 称呼
export-column-gender = 性别
export-column-phone = 手机
export-column-phone-2 = 其他电话
export-column-birthday = 生日
export-column-birthday-type = 生日类型
export-column-age-band = 年龄段
export-column-wechat = 微信
export-column-email = 邮箱
export-column-address = 地址
export-column-preferred-channel = 联系方式偏好
export-column-source = 来源
export-column-joined = 建档日期
export-column-status = 状态
export-column-tags = 标签
export-column-note = 备注
export-column-level = 等级
export-column-points = 积分
export-column-completeness = 档案完整度
export-column-visits = 到店次数
export-column-purchases = 购买次数
export-column-purchase-days = 购买天数
export-column-net = 累计净消费
export-column-first-purchase = 首次购买
export-column-last-purchase = 最近购买
export-column-last-visit = 最近到店
export-column-lifecycle = 生命周期
export-column-value-segment = 价值
export-column-rfm-r = R
export-column-rfm-f = F
export-column-rfm-m = M
export-column-pay-cash = 现金
export-column-pay-wechat = 微信支付
export-column-pay-alipay = 支付宝
export-column-pay-card = 银行卡
export-column-pay-stored = 储值
export-column-pay-other = 其他付款
export-column-satisfaction = 满意度
export-column-motive = 购买动机
export-column-companions = 同行
export-column-feedback = 试穿反馈
export-column-entry = 积分类型
export-column-points-moved = 积分变动
export-column-balance = 余额
export-column-expires-on = 有效期至
export-column-why = 原因

export-kind-purchase = 购买
export-kind-browse = 看看
export-kind-return = 退货
export-kind-exchange = 换货
export-kind-service = 服务

export-method-cash = 现金
export-method-wechat = 微信
export-method-alipay = 支付宝
export-method-card = 银行卡
export-method-stored = 储值
export-method-other = 其他
export-method-unstated = 未注明

export-reason-level = 等级优惠
export-reason-birthday = 生日礼遇
export-reason-voucher = 优惠券
export-reason-points = 积分抵扣
export-reason-promotion = 活动
export-reason-manual = 手工

export-change-added = 补录
export-change-changed = 更正
export-change-removed = 撤销

export-item-visits = 到店
export-item-sales = 销售
export-item-returns = 退货
export-item-discounts = 优惠
export-item-received = 收款
export-item-refunded = 退款
export-item-vouchers-issued = 发券
export-item-vouchers-used = 用券
export-item-vouchers-outstanding = 周末未用券
export-item-points-before = 周初积分余额
export-item-points-issued = 消费积分
export-item-points-redeemed = 兑换积分
export-item-points-reversed = 退货冲回积分
export-item-points-adjusted = 调整积分
export-item-points-expired = 过期积分
export-item-points-liability = 周末积分余额

export-entry-earn = 消费
export-entry-redeem = 抵扣
export-entry-gift = 礼品
export-entry-adjust = 调整
export-entry-opening = 期初
export-entry-reverse = 冲回
export-entry-expire = 过期

export-gender-f = 女
export-gender-m = 男

export-calendar-solar = 公历
export-calendar-lunar = 农历

export-channel-phone = 电话
export-channel-wechat = 微信
export-channel-sms = 短信
export-channel-email = 邮件
export-channel-in-shop = 到店

export-status-active = 在册
export-status-archived = 归档
export-status-cancelled = 注销

export-yes = 是

export-table-customers = 顾客
export-table-visits = 到店
export-table-lines = 商品
export-table-points = 积分
export-table-tasks = 关怀任务
export-column-referrer = 介绍人
export-column-due = 哪天做
export-column-task-state = 进度
export-column-rule = 事由
export-column-channel = 方式
export-column-purpose = 用意
export-column-task-why = 为什么
export-column-task-text = 可以这样说
export-column-tries = 联系过几次
export-column-expires-on-task = 最晚
export-task-overdue = 过了日子
export-task-due = 今天
export-task-upcoming = 以后
export-task-channel-phone = 电话
export-task-channel-wechat = 微信
export-task-channel-sms = 短信
export-task-channel-email = 邮件
export-task-channel-letter = 信或贺卡
export-task-channel-in-person = 当面
export-purpose-service = 服务
export-purpose-greeting = 问候
export-purpose-marketing = 推荐

export-column-invite-by = 邀请方式
export-column-answer = 回复
export-column-party = 人数
export-column-came = 到场
export-column-gift-given = 礼品
export-invite-call = 打电话
export-invite-message = 发消息
export-answer-accepted = 来
export-answer-declined = 不来
export-answer-unsure = 没定
export-answer-yes = 是
export-answer-no = 否
export-column-message = 短信内容

# Everything, as a folder of tables.
everything-folder = 熟客全部资料-{ $day }
everything-note = { $shop }的全部资料，{ $day }从熟客导出。
    每个 .csv 是一张表，用表格软件就能看；看完别保存，保存过的带不回来（数字开头的零会丢）。
    带回来：新建一本空的顾客本，在“导入”里选“带回全部资料”，选这个文件夹。
    里面有姓名和电话，请像顾客本一样收好。
