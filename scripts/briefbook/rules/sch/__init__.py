"""SCH: does every field hold what it should?"""
