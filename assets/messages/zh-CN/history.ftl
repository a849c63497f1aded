# Everything a hand did, each with the way back.
history-title = 历史
history-sub = 谁在什么时候做了什么，都能撤销
history-empty = 还没有动过什么
history-empty-text = 新建顾客、记到店、改规则，每一步都会记在这里，点一下就能撤销。
history-undo = 撤销
history-redo = 恢复
history-gone = 已撤销
history-undone = 已撤销：{ $what }
history-redone = 已恢复：{ $what }
history-older = 更早的
history-nothing = 空
history-whole = 新增或拿掉了 { $n } 条记录

op-open-shop = 开店
op-load-demo = 放入示例店
op-load-demo-told = 放入示例店，{ $customers } 位顾客、{ $visits } 次到店
op-undo = 撤销
op-undo-told = 撤销了「{ $kind }」
op-update-settings = 改设置
op-save-staff = 改店员
op-save-field = 改档案项目
op-create-customer = 新建顾客
op-update-customer = 改档案
op-set-status = 收起或退会
op-merge-customers = 合并档案
op-set-profile = 记下她说的
op-save-date = 记重要日子
op-remove-date = 去掉重要日子
op-save-relation = 记关系
op-remove-relation = 去掉关系
op-save-note = 写提醒
op-remove-note = 去掉提醒
op-save-wish = 记心愿
op-save-tag = 改标签
op-delete-tag = 删标签
op-add-tags = 加标签
op-add-tags-told = 加标签，共 { $added } 处
op-remove-tag = 去标签
op-remove-tag-told = 去标签，共 { $removed } 处
op-record-visit = 记到店
op-record-visit-told = 记到店 ¥{ $total }
op-correct-visit = 改到店
op-correct-visit-told = 改到店，改后 ¥{ $total }
op-void-visit = 作废到店
op-save-levels = 改等级规则
op-apply-review = 等级复核
op-apply-review-told = 等级复核，{ $moved } 位变动
op-set-level = 手动定级
op-set-level-told = 手动定为{ $level }
op-save-campaign = 改招募月
op-adjust-points = 调积分
op-adjust-points-told = 调积分 { $points } 分
op-redeem-points = 积分换礼
op-redeem-points-told = 用 { $points } 分换礼
op-issue-voucher = 发券
op-issue-voucher-told = 发券 { $count } 张
op-cancel-voucher = 收回券
op-grant-benefit = 给礼遇
op-grant-benefit-told = 给礼遇「{ $benefit }」，{ $count } 位
op-give-benefit = 交付礼遇
op-give-benefit-told = 交付礼遇「{ $benefit }」
op-log-contact = 记联系
op-log-contact-told = 记联系，{ $count } 位
op-correct-contact = 改联系记录
op-remove-contact = 删联系记录
op-mark-replied = 记下她回复了
op-set-contact-wish = 改联系意愿
op-save-consent = 记同意或撤回
op-import = 导入
op-save-festival = 改节日
op-save-festival-told = 改节日「{ $festival }」
op-remove-festival = 去掉节日
op-remove-festival-told = 去掉节日「{ $festival }」
op-save-shop-hours = 改营业时间
op-save-closed-day = 记休息日
op-save-closed-day-told = 记休息日 { $from } 到 { $to }
op-remove-closed-day = 去掉休息日
op-save-event = 记活动
op-save-event-told = 记活动「{ $event }」
op-cancel-event = 取消活动
op-cancel-event-told = 取消活动「{ $event }」
op-save-event-settings = 改活动目标
op-add-guests = 请客人
op-add-guests-told = 「{ $event }」请了 { $count } 位
op-remove-guests = 移出邀请名单
op-remove-guests-told = 「{ $event }」移出 { $count } 位
op-save-guest = 改邀请
op-save-guest-told = 改「{ $event }」的邀请
op-set-guest-answer = 记回复
op-set-guest-answer-told = 「{ $event }」{ $answer ->
    [accepted] { $count } 位答应来
    [declined] { $count } 位来不了
    [unsure] { $count } 位还没定
   *[none] { $count } 位的回复清空
 }
op-set-guests-came = 记到场
op-set-guests-came-told = 「{ $event }」{ $came ->
    [yes] { $count } 位到场
    [no] { $count } 位没来
   *[unknown] { $count } 位的到场清空
 }
op-give-event-gift = 记活动礼品
op-give-event-gift-told = 「{ $event }」{ $given ->
    [yes] { $count } 位领了礼品
   *[no] { $count } 位的礼品收回
 }
op-save-referral-rule = 改介绍谢礼
op-give-thanks = 谢介绍人
op-give-thanks-told = 谢介绍人：{ $what }

column-name = 姓名
column-member-no = 卡号
column-nickname = 称呼
column-gender = 性别
column-age-band = 年龄段
column-wechat = 微信
column-email = 邮箱
column-address = 地址
column-source = 来源
column-joined-on = 建档日
column-note = 备注
column-status = 状态
column-number = 电话
column-value = 内容
column-ended-on = 到这天为止
column-label = 名称
column-text = 提醒
column-until-day = 显示到
column-style-no = 款号
column-color = 颜色
column-size = 尺码
column-reason = 原因
column-qty = 件数
column-feedback = 她说的
column-companions = 同来的人
column-ticket-no = 小票号
column-day = 日期
column-kind = 类型
column-void-reason = 作废原因
column-weight = 权重
column-points = 积分
column-total = 实付
column-list-total = 吊牌合计
column-price = 成交价
column-list-price = 吊牌价
column-amount = 金额
