"""Briefs as files, read as they would be from a disk."""

from typing import Any

import yaml

from briefbook.corpus import BriefFile
from briefbook.corpus.file_read import read_file


def brief_file(name: str, data: Any) -> BriefFile:
    """A brief of this id, of plain data in the form of the files."""
    raw = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False).encode()
    file = read_file(f"briefings/{name}.yml", raw).brief
    assert file is not None
    assert file.brief is not None, read_file(f"briefings/{name}.yml", raw).findings
    return file


class _Plain(yaml.CSafeDumper):
    """Without aliases, which a brief may not have."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
