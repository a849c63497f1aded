# What `shuke` says on the terminal.

cli-see-help = 用法见 shuke help。
cli-usage-command = 请写上要做什么，例如 shuke check 店的文件。
cli-usage-unknown-command = 没有 { $command } 这个命令。
cli-usage-unknown-option = 不认得 { $option }。
cli-usage-missing = 还少 { $what }。
cli-usage-extra-word = 多出来的「{ $word }」不知道是什么。
cli-usage-file = 读不了 { $file }。
cli-usage-twice = { $option } 只能写一次。
cli-usage-wrong = 看不懂：{ $what }
cli-usage-nobody = 店里没有叫「{ $name }」的人；老板写 owner。
cli-usage-trade = 没有「{ $trade }」这个行业；可以写 clothing、jewellery、cosmetics、cafe、general。
cli-usage-language = 没有「{ $language }」这种语言；可以写 zh-CN 或 en。
cli-usage-number = { $option } 后面要写一个数。
cli-usage-encoding = 没有「{ $encoding }」这种编码；可以写 utf8 或 gb18030。
cli-usage-table = 没有「{ $table }」这张表；可以写 customers、visits、lines、points、tasks。
cli-usage-csv = 文件名要以 .csv 或 .xlsx 结尾：{ $file }
cli-usage-segment = 没有叫「{ $segment }」的人群。
cli-usage-day = 日历上没有「{ $day }」这一天；写成 2026-11-21 这样。
cli-usage-compare = 只能与 last_period（上一期）或 last_year（去年同期）比，不能是「{ $compare }」。
cli-usage-headings = 表头写 names 或 words，不能是「{ $headings }」。

cli-init-done = 「{ $name }」建好了：{ $file }

cli-check-counts = 顾客 { $customers } 位，到店 { $visits } 次，明细 { $lines } 行，合计 { $total } 元，其中有名有姓的顾客 { $customer_total } 元。
cli-check-ok = 文件完好：结构、引用、每笔合计、积分和统计都对得上。
cli-check-found = 上面这些对不上。程序没有改动任何东西；请先原样留一份，再从最近的备份里打开看看。
cli-check-finding = { $what }：{ $rows } 处
cli-check-examples = 编号 { $examples }

cli-restore-done = 恢复好了，重新打开核对过：{ $customers } 位顾客，{ $visits } 次到店，合计 { $total }。恢复前的文件留在 { $aside }
cli-restore-again = 原来的文件打不开，已原样留在备份文件夹里。现在用的是这份备份：{ $customers } 位顾客，{ $visits } 次到店。
cli-restore-in-it = { $shop }，最后一次改动 { $last }：{ $customers } 位顾客，{ $visits } 次到店，合计 { $total }
cli-restore-other-book = 这份备份是另一本册子，不是这家店现在的文件的备份。
cli-restore-loses = 恢复后没有的：{ $changes } 步改动，其中新顾客 { $customers }、到店 { $visits }、联系 { $contacts }。现在的文件会另外留着。
cli-restore-loses-nothing = 恢复不会少任何一步。
cli-backup-done = 备份好了，重新打开核对过：{ $path }
    顾客 { $customers } 位，到店 { $visits } 次，合计 { $total } 元。

cli-encrypt-done = 已经加密：{ $file }。之前的样子留了一份：{ $copy }
cli-encrypt-sheet = 恢复页，编号 { $number }。抄下来或打印出来，锁在电脑以外的地方；口令忘了只有它能打开。
cli-encrypt-plain = 下面这些没有加密的拷贝还在，谁拿到都能看；要不要删由您决定：
cli-decrypt-done = 已经取消加密：{ $file }。之前加密的样子留了一份：{ $copy }

cli-find-nobody = 没有找到。

cli-tasks-none = { $day }没有要做的。

cli-show-birthday = 生日 { $birthday }，下次 { $next }
cli-show-level = 等级 { $level }
cli-show-since = 自 { $since } 起
cli-show-keeps = 保级到 { $until }，还差 { $missing }
cli-show-next = 升到{ $level }还差 { $missing }
cli-show-missing-money = { $amount } 元
cli-show-missing-count = { $count }
cli-show-points = 积分 { $points }
cli-show-expiring = 其中 { $points } 分 { $day } 到期
cli-show-figures = 到店 { $visits } 次，购买 { $purchases } 次，累计 { $net } 元，近 12 个月 { $year } 元
cli-show-completeness = 档案完整度 { $percent }%

cli-week-done = { $week } 导出好了：{ $folder }
cli-week-totals = 到店 { $visits } 次，实收 { $total } 元（销售 { $sales }，退货 { $returns }）；各表合计一致。
cli-week-preview = 这一周还没过完，这是预览：没有记为已交。
cli-week-repeated = 内容与上次交的完全一样。
cli-week-revision = 内容与上次交的不同，这是第 { $revision } 版。
cli-week-corrections = 带有对已交各周的 { $n } 处更正，见 corrections.csv。

cli-export-done = 导出 { $rows } 行：{ $path }
cli-export-everything = 全部导出 { $tables } 张表，{ $rows } 行：{ $path }

cli-forecast-silent = 资料还少，先不预测。买过的顾客 { $customers } 位（要 { $customers_needed } 位），其中再来买过的 { $repeat } 位（要 { $repeat_needed } 位），记录了 { $weeks } 周（要 { $weeks_needed } 周）。
cli-forecast-model = { $model }：买过的顾客 { $customers } 位，其中再来买过的 { $repeat } 位；{ $parameters }
cli-forecast-no-decline = 还看不出多少人不再来，所以不估计谁会流失。
cli-forecast-edge = 顾客之间的差别太小，参数估不准；排出来的先后可以用。
cli-forecast-backtest = 用 { $from } 以前的记录，预测到 { $to } 为止：{ $customers } 位里有 { $buyers } 位又来买了。
cli-forecast-row = { $rule }  AUC { $auc }  排在前五分之一的人里找到后来又买的 { $fifth }
cli-forecast-model-best = 在本店的过去，预测比只看最近一次或次数更准。
cli-forecast-recency-better = 在本店的过去，只看最近一次购买反而更准。
cli-forecast-frequency-better = 在本店的过去，只看购买次数反而更准。
cli-forecast-not-judged = 那段日子里来的人太少或太多，没法评判准不准。
cli-forecast-ahead = 今后 { $days } 天预计有 { $purchases } 个人次来买，约 { $spend } 元；可能流失的有 { $lost } 位。

cli-import-customers = 顾客
cli-import-visits = 到店
cli-import-lines = 明细
cli-import-table = { $table }：{ $rows } 行，新增 { $new }，已有 { $known }，补充 { $changed }，退回 { $rejected }
cli-import-column-unknown = 「{ $column }」这一列不认得，没有收，里面有 { $lost } 格内容；写进备注用 --map '{ $column }=note'，新建一项用 =new
cli-import-column-double = 「{ $column }」这一列和别的列意思一样，没有收，里面有 { $lost } 格内容
cli-import-column-left-out = 「{ $column }」这一列店里的档案没有开，没有收，里面有 { $lost } 格内容
cli-import-fields = 新建的档案项：{ $names }
cli-import-changes-more = 另有 { $n } 位补充过的顾客，见 --json
cli-import-change-added = 第 { $line } 行 { $who }：{ $field }补上「{ $after }」
cli-import-change = 第 { $line } 行 { $who }：{ $field }「{ $before }」改成「{ $after }」
cli-import-column-new = 「{ $column }」这一列记到新的一项「{ $field }」
cli-import-column-skipped = 「{ $column }」这一列按说好的不收，里面有 { $lost } 格内容
cli-import-flagged = 第 { $line } 行 { $column }「{ $text }」：{ $what }
cli-import-rejected = 第 { $line } 行退回 { $column }「{ $text }」：{ $what }
cli-import-more = 另有 { $n } 处，见 --json
cli-import-errors = 退回的行写在 { $path }，改好可以再导入
cli-import-staff = 新添的导购：{ $names }
cli-import-total = 新增到店合计 { $total } 元，其中有名有姓的顾客 { $customer_total } 元
cli-import-dry = 这是试导入，店里的资料没有动过
cli-import-done = 导入好了；要退回去，在修改记录里撤销这一次
cli-import-everything = { $shop }在 { $day } 的全部资料：顾客 { $customers } 位，到店 { $visits } 次，共 { $rows } 行
cli-import-map-unused = --map { $entry }：没有用上，看看列名对不对

cli-help = 熟客的命令行。与窗口用同一份资料、同一套规则。SHOP 是店的那一个文件。
cli-help-init = 新建一家店的文件；已有的文件绝不覆盖。
    .usage = shuke init SHOP --name 店名 --trade clothing|jewellery|cosmetics|cafe|general [--owner 名字] [--language zh-CN|en] [--demo] [--new-passphrase-file 文件] [--json]
cli-help-import = 导入别的系统的顾客、到店和明细（CSV 或 XLSX，中英文列名自动辨认）；每种可以有好几个文件；只说其中一个的，前面写上它，如 --encoding 2023.csv=gb18030、--sheet visits.2=二月。要么全部进来，要么一点不动，可以撤销。一行都收不下时以 65 结束。
    .usage = shuke import SHOP [--customers 文件]... [--visits 文件]... [--lines 文件]... [--map 列名=字段|note|new|new_choice|skip]... [--encoding 编码] [--sheet 工作表] [--heading 标题行号] [--dry-run] [--consent-on-paper] [--errors 退回.csv] [--json]
          shuke import SHOP --everything 文件夹 [--dry-run] [--json]
cli-help-find = 像搜索框一样找人：姓名、拼音、电话、卡号、标签、款号。
    .usage = shuke find SHOP 关键字 [--limit N] [--json]
cli-help-show = 一位顾客的全貌。
    .usage = shuke show SHOP 会员号 [--json]
cli-help-tasks = 某一天要关心谁、为什么、可以怎么说；不写日期就是今天。
    .usage = shuke tasks SHOP [--on 日期] [--json]
cli-help-export-week = 给会计的一周文件，放在文件夹里以周命名的子文件夹中。
    .usage = shuke export-week SHOP 2026-W47 --out 文件夹 [--encoding utf8|gb18030] [--json]
cli-help-export = 把整张表导出给老板自己用，含姓名和电话。文件名结尾是 .csv 或 .xlsx，就存成哪种。
    .usage = shuke export SHOP customers|visits|lines|points|tasks --out 文件.csv|文件.xlsx [--columns 列,列] [--segment 人群] [--as-of 日期] [--encoding utf8|gb18030] [--headings names|words] [--json]
          shuke export SHOP everything --out 文件夹 [--json]
cli-help-insight = 店里的数字：会员状况、价值与 RFM、逐月增长、首购与回头、会员与全店、还欠顾客的、什么会再买。
    .usage = shuke insight SHOP [--as-of 日期] [--from 日期 --to 日期] [--compare last_period|last_year] [--json]
cli-help-forecast = 谁还会来、来几次、花多少，以及拿本店的过去检验准不准。
    .usage = shuke forecast SHOP [--as-of 日期] [--horizon 天数] [--fit-until 日期] [--json]
cli-help-check = 从头到尾检查一遍，不改动任何东西；有不对的地方以 65 结束。
    .usage = shuke check SHOP [--json]
cli-help-restore = 恢复到一份备份：先检查，再把现在的文件另外留好。--preview 只看里面有什么、会少什么。
    .usage = shuke restore SHOP --from 文件 [--preview] [--json]
cli-help-backup = 拷贝一份到文件夹，重新打开、检查、清点之后才算数。
    .usage = shuke backup SHOP --to 文件夹 [--json]
cli-help-encrypt = 给整个文件加密，或换一个口令；先留一份拷贝，打印恢复页。口令写在文件里，一行。
    .usage = shuke encrypt SHOP --new-passphrase-file 文件 [--passphrase-file 文件] [--json]
cli-help-decrypt = 取消加密；先留一份加密的拷贝。
    .usage = shuke decrypt SHOP --passphrase-file 文件 [--json]
cli-help-sheet = 再印一次恢复页。
    .usage = shuke sheet SHOP --passphrase-file 文件 [--json]
cli-help-call = 一行一个 JSON 请求，一行一个 JSON 回答；{"{"}"op":"describe"{"}"} 列出所有操作。
    .usage = shuke call SHOP [--as owner|名字 [--pin-file 文件]]
cli-help-help = 这一页，或某个命令的用法。
    .usage = shuke help [命令]，或 shuke 命令 --help
cli-help-codes =
    结束码：0 完成，2 用法不对，65 资料有问题（已列出），66 没有这个文件，74 磁盘或文件出错，
    75 别的程序正开着，77 需要老板、口令或恢复页，或者柜台锁着。
    加密的文件，每个命令都可以加 --passphrase-file 文件，或 --sheet-file 文件（恢复页）。
cli-waiting = 之前试错太多，等 { $seconds } 秒再试
