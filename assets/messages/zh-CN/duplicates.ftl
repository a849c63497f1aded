# Archives that may be one person.
duplicates-title = 可能是同一个人
duplicates-many = { $n } 对
duplicates-same-phone = 手机号一样
duplicates-same-birthday = 姓名和生日一样
duplicates-visits = { $n } 次到店
duplicates-keep = 留下哪一份
duplicates-nothing = 没写
duplicates-all-kept = 两边的到店、积分、喜好、标签和手机号都会留下，放进同一份档案；合错了按「撤销」就分开。
duplicates-apart = 是两个人
duplicates-join = 合成一份
duplicates-open = 看 { $number }
duplicates-joined = { $from } 并进了{ $name }的档案，记录都在
duplicates-none-title = 没有看着像同一个人的
duplicates-none-text = 手机号相同，或姓名和生日都相同的，会一对一对列在这里给您定。
