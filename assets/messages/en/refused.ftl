refused-file = File: { $path }
refused-other = Open another file
refused-new = Start a new shop
