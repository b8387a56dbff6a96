"""REF: does every reference lead somewhere, and to one thing only?"""
