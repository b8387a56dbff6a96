"""The kinds of syntax trouble; each has its page in rules/syn/."""

from briefbook.findings import Kind, Severity

NOT_YAML = Kind("SYN001", "not-yaml")
TAB_INDENTATION = Kind("SYN002", "tab-indentation")
NOT_UTF8 = Kind("SYN003", "not-utf8")
EMPTY_FILE = Kind("SYN004", "empty-file")
DUPLICATE_KEY = Kind("SYN005", "duplicate-key")
ALIAS = Kind("SYN006", "alias")
TAG = Kind("SYN007", "tag")
TOO_DEEP = Kind("SYN008", "too-deep")
FILE_TOO_LARGE = Kind("SYN009", "file-too-large")
FORBIDDEN_CHARACTER = Kind("SYN010", "forbidden-character")
SEVERAL_DOCUMENTS = Kind("SYN011", "several-documents")
NOT_A_PLAIN_FILE = Kind("SYN012", "not-a-plain-file")
CONFLICT_MARKERS = Kind("SYN013", "conflict-markers")
CONFUSABLE_CHARACTERS = Kind("SYN014", "confusable-characters", Severity.warning)
KEY_NOT_TEXT = Kind("SYN015", "key-not-text")
MERGE_KEY = Kind("SYN016", "merge-key")
WRONG_ENDING = Kind("SYN017", "wrong-ending")
MISPLACED_FILE = Kind("SYN018", "misplaced-file")
SWALLOWED_TEXT = Kind("SYN019", "swallowed-text")
LOST_LINES = Kind("SYN020", "lost-lines", Severity.warning)
