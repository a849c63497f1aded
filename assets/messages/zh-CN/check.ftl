# 体检查出来的问题，窗口和命令行都用。
check-finding-integrity = 文件有读不出的地方，请尽快备份到别的盘
check-finding-foreign-keys = 有记录指向了不存在的记录
check-finding-visit-totals = 有几次到店，商品加起来和实付对不上
check-finding-payments = 有几次到店，付款加起来和实付对不上
check-finding-returns = 有退货比买的还多
check-finding-points = 有顾客的积分余额和流水对不上
check-finding-stats = 有顾客的累计数字和记录对不上
check-finding-search-keys = 有顾客可能搜不到
check-finding-audit-chain = 操作记录被人从外面改过、换过或删过
check-finding-audit-operations = 历史里有一步和操作记录对不上
check-finding-audit-rows = 有资料不是在这里改的
check-finding-audit-start = 操作记录开始时的资料被人从外面动过
check-finding-audit-credentials = 有人的密码或 PIN 不是在这里设的
check-finding-other = 有一项检查没有通过：{ $check }
