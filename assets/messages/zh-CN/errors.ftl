# One message for every code of the core: what happened; `.safe` what is safe; `.do` what to do.
# A message ends without a full stop: at a field it is joined with `.do` into one line, elsewhere it is the heading.

error-unknown-operation = 程序的两部分对不上
    .safe = 资料没有动过。
    .do = 请重新打开程序；还这样就重新安装同一版本。
error-bad-arguments = 程序没听懂这一步
    .safe = 资料没有动过。
    .do = 请退回上一页再做一次。

error-required = 这里还空着
    .do = 填上再保存。
error-too-long = 写得太长了
    .do = 最多 { $max } 个字。
error-out-of-range = 超出范围了
    .do = 请填 { $min } 到 { $max }。
error-amount-invalid = 看不懂这个金额
    .do = 写成 299 或 299.50 就好。
error-amount-too-large = 金额太大了
    .do = 单笔最多一亿元，看看是不是多按了零。
error-day-invalid = 日历上没有这一天
    .do = 写成 2026-11-21 这样就好。
error-template-invalid = { $why ->
        [unknown] 第 { $at } 个字处的「{ $name }」填不出来
        [unopened] 第 { $at } 个字处多了一个右花括号
        [nested] 第 { $at } 个字处，方括号里又有方括号
       *[unclosed] 第 { $at } 个字处的括号没有合上
    }
    .do = 点上方的标签放进来最稳当。
error-hours-invalid = { $why ->
        [overlap] 这一段和上一段重叠了
        [never] 一周七天都没有营业时间
       *[backwards] 打烊要晚于开门，而且在同一天
    }
    .do = 营业过午夜的，写到 24:00，余下的写在第二天。
error-day-in-future = 这一天还没到
    .do = 请填今天或以前的日期。
error-week-invalid = 看不懂这一周
    .do = 写成 2026-W47 这样就好。
error-lunar-day-invalid = 农历里没有这一天
    .do = 看看月份、日子和闰月是不是记错了。
error-choice-invalid = 没有这个选项了
    .do = 从现有的里面选一个。
error-text-invalid = 里面有看不见的字符，存不进去
    .do = 删掉重新打一遍就好。

error-not-found = 这条记录不在了，可能刚被删掉或合并
    .safe = 别的资料都在。
    .do = 回到列表再找一次；删错了可以在「历史」里撤销。
error-phone-taken = 这个手机号已经有人用了
    .do = 看看是不是同一位；一家人共用就确认保存。
error-member-no-taken = 这个卡号是另一位顾客的
    .do = 换一个，或先查查那位顾客。
error-member-no-differs = 输入的会员号不是她的
    .do = 对着上面的会员号再输一遍。
error-count-differs = 输入的人数和选中的不一样
    .do = 数一数，再输一遍。
error-consent-needed = 「{ $field }」是敏感信息，还没有她的同意
    .safe = 什么也没有记。
    .do = 当面问她；同意了，再存一次。
error-guardian-needed = 她未满 14 岁，要家长同意
    .do = 写上是哪位家长同意的；同意以前只记姓名、电话和生日。
error-same-person = 不能是她自己
    .do = 请选另一位顾客。
error-referral-cycle = 这样就绕成一圈了：这位正是她（或她介绍来的人）带来的
    .do = 请选另一位介绍人，或者先改那一位的介绍人。
error-thanks-given = { $day } 已经谢过了
    .do = 同一位新客只谢一次，在转介绍里可以看到谢了什么。
error-name-taken = 已经有同名的了
    .do = 换个名字，免得以后分不清。
error-already-set = { $n } 位手上都已经有这个任务，还没做
    .do = 不用再派；要派别的事，就换个说法。
error-in-use = { $why ->
        [rule] 关怀规则「{ $rule }」用着它
       *[records] 还有 { $n } 条记录用着它
    }
    .safe = 什么都没有删。
    .do = 先改掉那些，或者停用它。

error-visit-empty = 这次到店还没记买了什么
    .do = 至少加一件；只是逛逛就选「只看」。
error-payments-differ = 收的钱和应收对不上
    .do = 请核对每种付款的金额。
error-return-too-many = 退的比买的多
    .do = 看看这一件买了几件、已经退了几件。
error-return-other-customer = 这件是另一位顾客买的
    .do = 请到那位顾客的记录里退。
error-return-before-sale = 退货的日期早于购买
    .do = 请填购买当天或以后的日期。
error-visit-voided = 这次到店已经作废了
    .safe = 原来的内容还留着，可以查看。
    .do = 要改的话，请重新记一次。
error-visit-has-returns = 这次到店已经有退换货，不能先动它
    .safe = 什么都没有改。
    .do = 请先作废那次退换货。
error-reason-required = 还差一句原因
    .do = 写上，以后查得到。
error-price-invalid = 成交价不对
    .do = 不能低于零，也不能高过吊牌价。

error-points-short = 积分不够
    .do = 她现在能用 { $have } 分。
error-voucher-not-usable = { $why ->
        [cancelled] 这张券已经作废
        [used] 这张券已经用过
        [too_early] 这张券{ $day }起才能用
        [expired] 这张券{ $day }就到期了
        [below_minimum] 还差 { $short } 才够这张券的最低消费
        [nothing_to_pay] 这次没有要付的钱
       *[other] 这张券这次用不了
    }
    .do = 换一张，或者不用券先记下。
error-birthday-not-due = { $why ->
        [used] 生日礼遇{ $day }已经用过
       *[not_now] 现在不是她的生日期间，或者还不知道她的生日
    }
    .do = 生日前后可以用，一年一次。
error-level-price-not-due = { $why ->
        [walk_in] 散客没有会员价
        [below] 比她的会员价还低，最低 { $min }
       *[no_discount] 她的等级没有会员折扣
    }
    .do = 换一个优惠的原因，或者改回吊牌价。
error-customer-inactive = { $status ->
        [cancelled] 她已经退会了
       *[other] 她的档案收起来了
    }
    .safe = 什么都没有记，也没有扣。
    .do = 在她的页面点「恢复档案」，再接着做。
error-benefit-given = 这份礼遇 { $day } 已经给过了
    .do = 在礼遇登记里可以看到。
error-event-cancelled = 这场活动已经取消了
    .do = 想接着办，请新建一场，或在历史里撤销取消。
error-event-not-yet = 活动 { $day } 才开始，还没有人到场
    .do = 到那天再记。
error-rules-invalid = 规则前后对不上
    .safe = 原来的规则还在用。
    .do = 看看等级的门槛是不是一级比一级高。
error-preview-stale = 预览之后资料又变了
    .safe = 什么都没有改。
    .do = 请重新看一遍再确认。

error-complaint-closed = 这件投诉已经解决了
    .do = 如果还没完，先点「重开」再继续。
error-complaint-open = 这件投诉还没解决
    .do = 先写下怎么解决的，再记结果。

error-already-undone = 这一步已经撤销过了
    .do = 在「历史」里可以看到。
error-undo-conflict = { $why ->
        [birthday] 后来她的生日礼遇又用过一次，撤销了就成两次了
        [second_visit] 后来又给过她一张二次到店券，撤销了就成两张了
       *[changed] 后来又在它上面改过，不能单独撤销
    }
    .safe = 什么都没有改。
    .do = 请先撤销后面的那几步。
error-undo-conflict-steps = 后面有 { $n } 步，最早的一步是「{ $step }」。请到「历史」里从后往前撤销。
error-not-undoable = 这一步撤销不了
    .safe = 记录都还在「历史」里。
    .do = 可以照着历史再改回来。

error-file-missing = 找不到店的文件
    .safe = 程序没有新建，也没有改动任何文件。
    .do = 如果放在 U 盘或别的盘上，请接好再试；移动过就选新的位置。
error-file-exists = 那里已经有一个同名文件
    .safe = 它没有被覆盖。
    .do = 换个名字，或换个地方。
error-file-empty = 这个文件是空的，不是顾客档案
    .safe = 程序没有动它。
    .do = 可能是拷贝没拷完；请从备份里打开，或重新拷一次。
error-file-foreign = 这不是熟客的文件
    .safe = 程序没有动它。
    .do = 请选扩展名是 .shuke 的文件；加密过的要用口令打开。
error-file-newer = 这个文件是更新版本的熟客写的
    .safe = 程序没有动它，资料都在。
    .do = 请装上新版本再打开。
error-file-short = 这个文件不完整，只有一部分
    .safe = 程序没有动它。
    .do = 多半是拷贝断了，或 U 盘没等写完就拔了。请重新拷一次，或打开最近的备份。
error-file-damaged = 文件有损坏
    .safe = 程序没有往里写任何东西。
    .do = 先把它原样留一份，再打开最近的备份。
error-file-busy = 另一个程序正开着这个文件
    .safe = 资料没有动过。
    .do = 看看是不是已经开着一个熟客窗口，或正在跑定时导出；关掉后再试。
error-file-read-only = 文件或文件夹不让写
    .safe = 这一步没有存，之前存的都在。
    .do = 看看是不是只读、U 盘写保护，或没有权限；不行就换到一个能写的文件夹。
error-passphrase-needed = 这个文件加了密，要口令才能打开
    .safe = 程序没有动它。
    .do = 请输入口令；忘了的话，编号 { $sheet } 的恢复页也能打开它。
error-passphrase-wrong = 口令不对，或不是熟客的文件
    .safe = 程序没有动它，里面的资料都在。
    .do = 看看大写锁定和输入法；想不起来就用恢复页打开。
error-passphrase-weak = { $why ->
        [figures] 全是数字的话，至少要 { $min } 位
        [alike] 翻来覆去就这几个字，太好猜了
       *[short] 口令太短，至少要 { $min } 个字
    }
    .do = 用一句只有您自己知道的话最好，不必难记。
error-sheet-wrong = { $why ->
        [length] 恢复页上一共 { $of } 个字母和数字，现在有 { $n } 个
        [group] 第 { $group } 组抄得不对
       *[somewhere] 有几组抄得不对
    }
    .do = 对着恢复页再看一遍。
error-sheet-other = 这张恢复页开不了这个文件
    .safe = 程序没有动它，里面的资料都在。
    .do = 看看恢复页上的编号；换过口令的话，以前的备份要用当时的那一张。
error-encryption-not-begun = 还没有设口令
    .safe = 什么都没有改。
    .do = 请从设口令重新来一遍。
error-not-encrypted = 这本档案没有加密
    .safe = 什么都没有改。
error-folder-read-only = 店的文件所在的文件夹不让写
    .safe = 文件没有动过，资料都在。
    .do = 保存时要在旁边放一个临时文件。请给这个文件夹写入权限，或把店的文件挪到别的文件夹再打开。
error-file-gone = 店的文件不在原来的地方了
    .safe = 之前存的都在那个文件里；刚录的这一步没有存，还留在屏幕上。
    .do = 它可能被移走、改名，或 U 盘被拔了。请放回原处再保存；找不回来就先按「备份」存一份到别处。
error-file-replaced = 店的文件被换成了另一个文件
    .safe = 程序没有往那个文件里写任何东西；刚录的这一步没有存，还留在屏幕上。
    .do = 请把原来的文件换回来再保存；若是网盘换的，先关掉它的同步。找不回来就先按「备份」存一份到别处。
error-disk-full = 磁盘满了
    .safe = 这一步没有存，之前存的都在。
    .do = 腾出一点空间再试；备份和导出也可以换一个盘。
error-disk-fault = 磁盘读写出错
    .safe = 这一步没有存。
    .do = 看看盘有没有接好；请尽快把店的文件拷一份到别的盘。
error-folder-missing = 找不到那个文件夹
    .safe = 什么都没有写。
    .do = U 盘要先接好；或换一个文件夹。
error-copy-not-whole = 这份拷贝没通过检查，已经丢掉
    .safe = 店里的资料没有问题。
    .do = 请再备份一次；还不行就换一个盘。
error-same-file = 这就是正在用的店的文件
    .safe = 什么都没有改。
    .do = 请选一份备份。
error-copy-unsound = 这份备份打得开，可里面的账对不上
    .safe = 店的文件和这份备份都没有动。
    .do = 请换一份备份。
error-nothing-restored = 没有可以撤销的恢复
    .safe = 什么都没有改。
error-save-unknown = 不确定这一步存上了没有
    .safe = 之前存的都在。
    .do = 盘眼下读不了。请接好再试；到店记录再按一次保存也不会记重，别的先看看在不在再录。
error-not-saved = 这一步没有存上
    .safe = 之前存的都在，不会重复记。
    .do = 请再保存一次。
error-totals-differ = 有 { $n } 次到店的明细或付款与合计不符，第一笔是 { $visit }。
    .safe = 没有导出，也没有改动任何资料。
    .do = 请打开那几笔改正，再导出一次。

error-table-too-large = Excel 表装不下：最多 { $rows } 行，一格最多 32,767 个字
    .safe = 没有生成文件。
    .do = 请改存成 CSV，它没有这个限制；或者少选一些。

error-headings-unknown = 没认出这张表的标题行
    .safe = 什么都没有导入。
    .do = 看看第一行是不是列名；也可以自己指定每一列。
error-encoding-wrong = 用这种编码读出来是乱码
    .safe = 什么都没有导入。
    .do = 换一种编码试试；国内软件导出的多半是 GB18030。
error-import-too-large = { $what ->
        [cell] 第 { $line } 行有一格长得出奇
        [columns] 第 { $line } 行的列数太多了，最多 { $max } 列
        [row] 第 { $line } 行太长了
        [files] 一次最多导 { $max } 个文件
        [rows] 这张表的行数太多了
       *[other] 这个文件太大了
    }
    .safe = 什么都没有导入。
    .do = { $what ->
        [cell] 多半是引号没有闭合，或有人把整篇文字贴进了一格；改好再导入。
        [columns] 请把后面用不着的列删掉，再导入。
        [row] 请在文件里看看这一行，改好再导入。
        [files] 请分几次导；已经进来的不会重复。
       *[other] 请分成几个文件再导入。
    }
error-not-everything = 这个文件夹里没有熟客的全部资料
    .safe = 什么都没有改。
    .do = 请选带 manifest.json 的那个文件夹，就是「全部导出」生成的那个。
error-folder-newer = 这个文件夹是更新版本的熟客导出的
    .safe = 什么都没有改，文件夹里的资料都在。
    .do = 请装上新版本，再带回来。
error-everything-changed = 全部资料里的 { $file } 不见了，或者和导出时不一样
    .safe = 什么都没有改。
    .do = 从原来的地方再复制一份，或者重新全部导出一次。在表格软件里改过并保存的，带不回来。
error-book-not-new = 全部资料只能带回一本新的顾客本
    .safe = 这本里的资料没有动。
    .do = 先新建一本空的，不设密码、不加店员，再来一次。
error-import-file-twice = 「{ $file }」和「{ $same }」是同一张表
    .safe = 什么都没有导入。
    .do = 拿掉其中一个，再导一次。
error-of-file = 「{ $file }」：{ $what }
error-import-empty = 文件里没有找到表格
    .safe = 什么都没有改。
    .do = 打开看看是不是空的，再选一次。
error-import-protected = 这个表格加了密码，打不开
    .safe = 什么都没有导入。
    .do = 请在表格软件里打开它，去掉密码另存一份，再导入。
error-import-old-workbook = 这是老格式的表格（.xls），读不了
    .safe = 什么都没有导入。
    .do = 请用 WPS 或 Excel 打开，「另存为」.xlsx 再导入。
error-import-not-workbook = 这个压缩包里没有表格
    .safe = 什么都没有导入。
    .do = 要是里面是表格文件，先解压；别的表格请另存为 .xlsx 再导入。
error-import-picture = 这是一张图片，不是表格
    .safe = 什么都没有导入。
    .do = 请从老系统里导出 CSV 或 XLSX；图片里的字读不出来。
error-import-web-page = 这其实是一个网页，不是表格
    .safe = 什么都没有导入。
    .do = 不少老系统导出的 .xls 是网页。请用 WPS 或 Excel 打开，「另存为」.xlsx 再导入。
error-import-cut-off = 这个文件不完整，读到一半就断了
    .safe = 什么都没有导入。
    .do = 多半是没下载完、没拷完，或存的时候出了错。请重新导出一份。
error-import-sheet-unknown = 这个工作簿里没有这张工作表
    .safe = 什么都没有导入。
    .do = 里面有：{ $sheets }
error-file-kind-unknown = 这种文件读不了
    .safe = 什么都没有导入。
    .do = 请用 CSV 或 XLSX；别的表格先另存为这两种。

error-cancelled = 已经停下
    .safe = 做了一半的都退回了，资料和开始前一样。
error-owner-needed = 这一步要店主来做
    .do = 请店主输入密码。
error-locked = 柜台锁着
    .safe = 资料都在，没有动。
    .do = 请先选自己，输入密码。
error-secret-wrong = { $wait ->
        [yes] 又不对，要等 { $seconds } 秒
       *[no] 不对，再看看大小写和数字
    }
    .do = { $wait ->
        [yes] 忘了 PIN 请店主重新设；忘了密码，这里没有别的办法打开。
       *[no] 还可以再试 { $left } 次。
    }
error-secret-wait = 试得太多了，等 { $seconds } 秒再试
    .do = 关掉程序重开，要从头再等。
error-secret-needed = 这位要有密码才能坐上来
    .do = 请店主在「员工与密码」里设好。
error-password-short = 密码太短
    .do = 至少 { $min } 个字符，一句自己记得住的话最好。
error-pin-invalid = PIN 是六位数字
    .do = 请输入六个数字。
error-owner-first = 先给店主设密码
    .do = 店主有了密码，店员的 PIN 才有用。
error-internal = 程序自己出了错
    .safe = 这一步没有存，之前存的都在。
    .do = 请再试一次；还这样就重新打开程序。

# How the sentences stand together.
error-at-field = { $what }，{ $act }
error-sentences = { $safe }{ $act }
