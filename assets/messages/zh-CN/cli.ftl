# What `shuke` says on the terminal.

cli-see-help = 用法见 shuke help。
cli-usage-command = 请写上要做什么，例如 shuke check 店的文件。
cli-usage-unknown-command = 没有 { $command } 这个命令。
cli-usage-unknown-option = 不认得 { $option }。
cli-usage-missing = 还少 { $what }。
cli-usage-extra-word = 多出来的「{ $word }」不知道是什么。
cli-usage-twice = { $option } 只能写一次。
cli-usage-wrong = 看不懂：{ $what }
cli-usage-nobody = 店里没有叫「{ $name }」的人；老板写 owner。
cli-usage-trade = 没有「{ $trade }」这个行业；可以写 clothing、jewellery、cosmetics、cafe、general。
cli-usage-language = 没有「{ $language }」这种语言；可以写 zh-CN 或 en。

cli-init-done = 「{ $name }」建好了：{ $file }

cli-check-counts = 顾客 { $customers } 位，到店 { $visits } 次，明细 { $lines } 行，合计 { $total } 元，其中有名有姓的顾客 { $customer_total } 元。
cli-check-ok = 文件完好：结构、引用、每笔合计、积分和统计都对得上。
cli-check-found = 上面这些对不上。程序没有改动任何东西；请先原样留一份，再从最近的备份里打开看看。
cli-check-finding = { $what }：{ $rows } 处
cli-check-examples = 编号 { $examples }
cli-check-integrity = 文件结构有损坏
cli-check-foreign-keys = 引用的记录不在了
cli-check-visit-totals = 到店合计与明细不符
cli-check-payments = 付款合计与应收不符
cli-check-returns = 退货多于购买
cli-check-points = 积分余额与流水不符
cli-check-stats = 顾客统计与到店记录不符
cli-check-search-keys = 搜索索引与档案不符

cli-backup-done = 备份好了，重新打开核对过：{ $path }
    顾客 { $customers } 位，到店 { $visits } 次，合计 { $total } 元。

cli-help = 熟客的命令行。与窗口用同一份资料、同一套规则。SHOP 是店的那一个文件。
cli-help-init = 新建一家店的文件；已有的文件绝不覆盖。
    .usage = shuke init SHOP --name 店名 --trade clothing|jewellery|cosmetics|cafe|general [--owner 名字] [--language zh-CN|en] [--demo] [--json]
cli-help-check = 从头到尾检查一遍，不改动任何东西；有不对的地方以 65 结束。
    .usage = shuke check SHOP [--json]
cli-help-backup = 拷贝一份到文件夹，重新打开、检查、清点之后才算数。
    .usage = shuke backup SHOP --to 文件夹 [--json]
cli-help-call = 一行一个 JSON 请求，一行一个 JSON 回答；{"{"}"op":"describe"{"}"} 列出所有操作。
    .usage = shuke call SHOP [--as owner|名字]
cli-help-help = 这一页，或某个命令的用法。
    .usage = shuke help [命令]
cli-help-codes =
    结束码：0 完成，2 用法不对，65 资料有问题（已列出），66 没有这个文件，74 磁盘或文件出错，
    75 别的程序正开着，77 需要老板。
