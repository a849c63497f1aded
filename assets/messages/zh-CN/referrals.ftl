# 转介绍：谁带来了谁，带来了什么，谢过没有
referrals-given-reason = 介绍新客的谢礼
referrals-given-voucher = ¥{ $amount } 券
referrals-given-percent = 减 { $off }% 的券
referrals-given-points = { $n } 积分
