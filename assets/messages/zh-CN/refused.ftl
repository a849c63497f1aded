refused-file = 文件：{ $path }
refused-other = 打开另一个文件
refused-new = 新开一家店
