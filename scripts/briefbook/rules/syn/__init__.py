"""SYN: is the file YAML, and a kind of YAML that a brief may be?"""
