first-run-title = 先认识一下您的店
first-run-intro = 一分钟就好，都可以以后再改。顾客资料只存在这台电脑的一个文件里，不联网，也不用注册。

first-run-trade = 做哪一行
first-run-trade-missing = 选一行，档案就按这一行来问
trade-clothing = 服装
    .line = 尺码、风格、面料
trade-jewellery = 珠宝
    .line = 戒围、材质、纪念日
trade-cosmetics = 美妆
    .line = 肤质、色号、过敏
trade-cafe = 餐饮
    .line = 口味、冰热、座位
trade-general = 通用
    .line = 栏目自己添

first-run-name = 店名
first-run-name-placeholder = 如：燕子女装
first-run-name-hint = 会写在问候语和导出的表上
first-run-name-missing = 给店起个名字，问候语里用得上

first-run-start = 怎么开始
first-run-empty = 从空白开始
    .line = 直接建自己的顾客；旧系统的表随时可以导入
first-run-demo = 先看看示范店
    .line = 带一批虚构的顾客和到店记录，随便点，随时换成自己的店

first-run-protect = 要不要口令
first-run-plain = 不加密
    .line = 打开就能用；谁拿到这个文件也都能看
first-run-encrypted = 加密
    .line = 打开要输口令，备份也一样；口令和恢复页都丢了，谁也打不开
first-run-sheet-title = 店建好了，先把恢复页收好
first-run-sheet-go = 抄对了，开始用
first-run-sheet-later = 以后再抄

first-run-place = 文件放在
first-run-place-hint = 整家店就是这一个文件，拷走它就是备份
first-run-place-usual = 放在电脑平常存资料的地方
first-run-elsewhere = 换个地方
first-run-file-name = 我的店
first-run-open = 我已经有店的文件
first-run-go = 开店
first-run-filling = 正在布置示范店
