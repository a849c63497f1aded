refused-file = File: { $path }
refused-other = Open another file
