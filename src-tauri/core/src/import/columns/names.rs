//! The headings that shops and member systems use, in Chinese and English, for each field.
//!
//! Written as [`super::heading_key`] leaves them: lower case, without blanks, marks and bracketed units. Where two columns of
//! a table could be the same field, the one of the lower rank is taken and the other reported.

use super::field::{Field, Field as F, Kind};

/// (field, rank, names parted by blanks)
pub(super) type Names = (Field, u8, &'static str);

/// The names for the fields of a kind of table.
pub(super) fn names(kind: Kind) -> &'static [Names] {
    match kind {
        Kind::Customers => CUSTOMERS,
        Kind::Visits => VISITS,
        Kind::Lines => LINES,
    }
}

/// Headings of customers that are entries of the field catalogue: (key, names).
pub(super) const PROFILE: &[(&str, &str)] = &[
    ("top_size", "上装尺码 上衣尺码 上衣码 上装 衣服尺码 衣码 topsize"),
    ("bottom_size", "下装尺码 裤子尺码 裤码 裤装尺码 下装 腰围 bottomsize waist"),
    ("shoe_size", "鞋码 鞋号 鞋子尺码 shoesize"),
    ("ring_size", "戒指圈号 圈号 手寸 戒圈 ringsize"),
    ("style", "风格 穿衣风格 喜好风格 偏好风格 款式偏好 style preferredstyle"),
    ("occupation", "职业 工作 职务 行业 occupation job profession"),
    ("education", "学历 文化程度 教育程度 education"),
    ("ethnicity", "民族 ethnicity"),
];

const CUSTOMERS: &[Names] = &[
    (
        F::MemberNo,
        0,
        "会员号 会员编号 会员号码 会员id 会员代码 会员编码 客户编号 客户号 客户id 客户代码 顾客编号 顾客号 vip编号 vip号 memberno membernumber memberid membercode customerid customerno customernumber customercode",
    ),
    (
        F::MemberNo,
        1,
        "会员卡号 会员卡 卡号 vip卡号 vip卡 实体卡号 贵宾卡号 cardno cardnumber membercardno membercard vipno loyaltyid loyaltyno",
    ),
    (F::MemberNo, 2, "编号 no id number"),
    (
        F::Name,
        0,
        "姓名 会员姓名 客户姓名 顾客姓名 会员名称 客户名称 顾客名称 会员名 客户名 顾客名 真实姓名 联系人 name fullname membername customername customer",
    ),
    (F::Name, 1, "名称 客户 会员 顾客 member"),
    (F::Nickname, 0, "昵称 称呼 称谓 小名 nickname salutation"),
    (F::Gender, 0, "性别 gender sex"),
    (
        F::Phone,
        0,
        "手机 手机号 手机号码 会员手机 会员手机号 客户手机 顾客手机 移动电话 mobile mobileno mobilenumber mobilephone cellphone cell",
    ),
    (F::Phone, 1, "联系电话 电话 电话号码 联系方式 联系手机 会员电话 客户电话 顾客电话 phone phoneno phonenumber telephone tel"),
    (F::Phone2, 0, "备用电话 备用手机 手机2 电话2 其他电话 固定电话 固话 座机 家庭电话 办公电话 phone2 otherphone landline homephone"),
    (F::Wechat, 0, "微信 微信号 微信号码 微信账号 微信id wechat wechatid weixin wx"),
    (F::Wechat, 1, "微信昵称 微信名"),
    (F::Email, 0, "邮箱 电子邮箱 邮件 电子邮件 email emailaddress mail"),
    (
        F::Birthday,
        0,
        "生日 出生日期 会员生日 客户生日 顾客生日 出生年月日 阳历生日 公历生日 新历生日 生日日期 birthday birthdate dateofbirth dob",
    ),
    (F::BirthdayType, 0, "生日类型 生日类别 历法 阴阳历 农历公历 公历农历 是否农历 birthdaytype birthdaycalendar calendar"),
    (F::LunarBirthday, 0, "农历生日 阴历生日 旧历生日 lunarbirthday"),
    (F::Region, 0, "国家 国家地区 省份 省 城市 市 区县 区 县 所在地区 地区 所在城市 country province state city district county region"),
    (F::Address, 0, "地址 联系地址 家庭地址 家庭住址 住址 详细地址 通讯地址 收货地址 address homeaddress street"),
    (F::Tags, 0, "标签 会员标签 客户标签 顾客标签 tags tag labels"),
    (F::Source, 0, "来源 客户来源 会员来源 顾客来源 获客渠道 渠道 来源渠道 source channel"),
    (F::Referrer, 0, "介绍人 推荐人 转介绍人 推荐会员 介绍会员 推荐人卡号 推荐人手机 推荐人姓名 referrer referredby referral"),
    (F::Staff, 0, "导购 专属导购 所属导购 服务导购 跟进导购 负责导购 导购员 顾问 专属顾问 staff adviser advisor associate"),
    (F::Staff, 1, "店员 营业员 销售员 业务员 员工 跟进人 负责人 办卡员工 办卡人 发卡人 开卡人 clerk salesperson employee"),
    (
        F::Joined,
        0,
        "建档日期 建档时间 办卡日期 办卡时间 开卡日期 开卡时间 入会日期 入会时间 注册日期 注册时间 发卡日期 发卡时间 登记日期 加入日期 加入时间 入会 joined joinedon joindate joineddate firstdate firstvisit registrationdate registered membersince signupdate",
    ),
    (F::Joined, 1, "创建日期 创建时间 首次到店 首次消费日期 首次消费时间 首次消费 created createdat createddate"),
    (
        F::Level,
        0,
        "等级 会员等级 会员级别 级别 会员类型 会员类别 卡类型 卡类别 卡种 卡级别 卡等级 客户等级 vip等级 vip级别 level memberlevel tier membertier grade",
    ),
    (F::Points, 0, "积分 当前积分 可用积分 剩余积分 积分余额 现有积分 会员积分 points pointsbalance currentpoints balancepoints"),
    (
        F::Spend,
        0,
        "累计消费 累计消费金额 累计金额 消费总额 总消费 总消费金额 消费累计 历史消费 累积消费 累积消费金额 消费金额 累计实付 spend totalspend lifetimespend totalspent totalsales",
    ),
    // Not 到店次数 and 购买次数 (visits, purchases): so our own tables head what follows from the visits, which is no balance.
    (
        F::VisitsCount,
        0,
        "累计到店次数 累计消费次数 消费次数 消费总次数 总消费次数 到店总次数 总到店次数 来店次数 光顾次数 历史消费次数 累计次数 累计交易次数 交易次数 累积消费次数 visitscount visitcount numberofvisits totalvisits lifetimevisits ordercount totalorders purchasecount totalpurchases",
    ),
    (F::AgeBand, 0, "年龄段 ageband"),
    (F::PreferredChannel, 0, "联系方式偏好 首选联系方式 preferredchannel"),
    (F::Status, 0, "状态 档案状态 status"),
    (F::Note, 0, "备注 会员备注 客户备注 顾客备注 说明 备注信息 附注 note notes remark remarks comment comments memo"),
];

const VISITS: &[Names] = &[
    (
        F::VisitNo,
        0,
        "单号 小票号 小票编号 小票单号 销售单号 单据号 单据编号 单据号码 订单号 订单编号 流水号 交易号 交易单号 消费单号 零售单号 收银单号 发票号 visitno visitid visitnumber receiptno receiptnumber receipt invoiceno invoicenumber invoice orderno orderid ordernumber ticketno transactionid transactionno billno saleno saleid",
    ),
    (F::VisitNo, 1, "编号 id no number"),
    (
        F::MemberNo,
        0,
        "会员号 会员编号 会员号码 会员id 会员代码 会员编码 客户编号 客户号 客户id 顾客编号 顾客号 vip编号 vip号 memberno membernumber memberid membercode customerid customerno customernumber customercode",
    ),
    (F::MemberNo, 1, "会员卡号 会员卡 卡号 vip卡号 vip卡 贵宾卡号 cardno cardnumber membercardno membercard vipno"),
    (
        F::Phone,
        0,
        "手机 手机号 手机号码 会员手机 会员手机号 客户手机 联系电话 电话 电话号码 会员电话 mobile mobileno phone phoneno phonenumber",
    ),
    (
        F::Date,
        0,
        "日期 销售日期 消费日期 到店日期 交易日期 单据日期 购买日期 下单日期 营业日期 开单日期 业务日期 date visitdate saledate invoicedate orderdate transactiondate purchasedate day",
    ),
    (
        F::Date,
        1,
        "消费时间 销售时间 交易时间 下单时间 到店时间 开单时间 结账时间 支付时间 付款时间 购买时间 datetime timestamp ordertime saletime at",
    ),
    (F::Time, 0, "时间 时刻 time visittime"),
    (
        F::Staff,
        0,
        "导购 导购员 店员 营业员 销售员 业务员 员工 服务导购 服务人员 收银员 经手人 staff clerk salesperson cashier employee associate",
    ),
    (F::Kind, 0, "类型 单据类型 消费类型 交易类型 业务类型 到店类型 销售类型 订单类型 kind type visittype transactiontype ordertype"),
    (F::Pieces, 0, "件数 总件数 商品件数 总数量 商品数量 销售件数 数量 pieces qty quantity items units totalqty"),
    (
        F::Amount,
        0,
        "金额 实收 实收金额 实付 实付金额 销售金额 消费金额 成交金额 交易金额 结算金额 总金额 实收合计 合计金额 应收金额 合计 总计 amount total totalamount paid paidamount netamount sales",
    ),
    (F::Pay, 0, "付款方式 支付方式 支付类型 收款方式 结算方式 结账方式 付款 支付 pay payment paymentmethod paymenttype paidby tender"),
    (
        F::RefVisitNo,
        0,
        "原单号 原小票号 原销售单号 原单据号 原订单号 退货原单 关联单号 refvisitno originalreceipt originalreceiptno originalinvoice originalorder reference",
    ),
    (F::TicketNo, 0, "纸质小票号 paperticketno"),
    (F::DayTotal, 0, "散客汇总 daytotal"),
    (F::Satisfaction, 0, "满意度 satisfaction"),
    (F::Motive, 0, "购买动机 motive"),
    (F::Companions, 0, "同行 同行人 companions"),
    (F::Feedback, 0, "试穿反馈 feedback"),
    (F::Note, 0, "备注 单据备注 说明 小票备注 note notes remark remarks comment comments memo"),
];

const LINES: &[Names] = &[
    (
        F::VisitNo,
        0,
        "单号 小票号 小票编号 小票单号 销售单号 单据号 单据编号 单据号码 订单号 订单编号 流水号 交易号 交易单号 消费单号 零售单号 收银单号 发票号 visitno visitid visitnumber receiptno receiptnumber receipt invoiceno invoicenumber invoice orderno orderid ordernumber ticketno transactionid transactionno billno saleno saleid",
    ),
    (F::LineNo, 0, "行号 序号 行次 行 明细号 line lineno linenumber row rowno position"),
    (F::StyleNo, 0, "款号 货号 商品款号 款式编号 款式号 款 styleno style stylenumber stylecode"),
    (
        F::StyleNo,
        1,
        "商品编号 商品编码 商品代码 商品货号 货品编号 货品编码 产品编号 sku skucode stockcode itemno itemcode productcode productid articleno",
    ),
    (F::StyleNo, 2, "条码 商品条码 条形码 barcode ean"),
    (
        F::Name,
        0,
        "品名 商品名称 名称 货品名称 商品 产品名称 商品名 款名 款式名称 name description productname itemname product itemdescription",
    ),
    (F::Category, 0, "品类 类别 分类 商品分类 商品类别 大类 品类名称 类目 category type department"),
    (F::Color, 0, "颜色 颜色名称 色号 色 color colour colorname"),
    (F::Size, 0, "尺码 尺寸 码数 规格 号型 尺码名称 size sizename"),
    (F::Qty, 0, "数量 件数 销售数量 销量 qty quantity pieces units count"),
    (F::ListPrice, 0, "吊牌价 原价 标价 零售价 标准价 吊牌单价 listprice tagprice originalprice retailprice rrp"),
    (
        F::Price,
        0,
        "成交价 实售价 折后价 实际单价 成交单价 折后单价 售价 销售价 销售单价 实价 price saleprice sellingprice netprice unitprice",
    ),
    (F::Price, 1, "单价 价格"),
    (
        F::Amount,
        0,
        "金额 实收金额 实付金额 成交金额 折后金额 销售金额 结算金额 实收 实付 小计 合计 总价 行金额 amount lineamount linetotal total subtotal netamount",
    ),
    (F::Reason, 0, "优惠原因 reason"),
    (F::ReasonNote, 0, "原因说明 reasonnote"),
    (F::RefVisitNo, 0, "原单号 原小票号 原销售单号 原单据号 原订单号 refvisitno originalvisitno originalreceipt originalorder"),
    (F::RefLineNo, 0, "原行号 reflineno originalline originallineno"),
];
