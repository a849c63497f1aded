# Referrals: who brought whom, what came of it, and the thanks
referrals-given-reason = Thanks for bringing a new customer
referrals-given-voucher = Voucher ¥{ $amount }
referrals-given-percent = Voucher { $off }% off
referrals-given-points = { $n } points
