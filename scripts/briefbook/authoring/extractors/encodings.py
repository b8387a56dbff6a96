"""Bytes to text: by the mark at the beginning, by what somebody said, by what they can only be."""

import codecs

from briefbook.authoring.extractors import NoText

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
          (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_AS_ON_THE_WEB = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "us-ascii":
                  "windows-1252", "gb2312": "gb18030", "gbk": "gb18030"}  # fmt: skip
"""As browsers read them (WHATWG, Encoding)."""
_SEVEN_BITS = ("iso-2022-jp", "iso-2022-kr", "hz-gb-2312")
"""Encodings that write everything in signs of ASCII."""


def decoded(raw: bytes, named: str = "", declared: str = "") -> str:
    """A text: in the encoding that somebody `named`, else as the file says.

    A declared encoding that the bytes are not in is passed over where they are good UTF-8.

    Raises NoText where they can be read in neither.
    """
    if named:
        return _strictly(raw, named)
    if declared.lower() in _SEVEN_BITS and any(sign in raw for sign in (b"\x1b", b"~{", b"+")):
        return _strictly(raw, declared)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw, encoding)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if declared and declared.lower().replace("_", "-") not in ("utf-8", "utf8"):
            return _strictly(raw, declared)
        said = f"it says that it is in {declared}, and is not" if declared else "it is not in UTF-8"
        raise NoText(
            f"{said} (byte {error.start + 1}); name its encoding with --encoding, for example "
            "--encoding windows-1251"
        ) from None


def _strictly(raw: bytes, encoding: str) -> str:
    usual = _AS_ON_THE_WEB.get(encoding.lower().replace("_", "-"), encoding)
    try:
        text = raw.decode(usual)
        text.encode()
        return text
    except UnicodeEncodeError:
        raise NoText(f"in {encoding} it holds halves of signs, which are no text") from None
    except LookupError:
        raise NoText(f"nobody here knows the encoding “{encoding}”") from None
    except UnicodeDecodeError as error:
        raise NoText(
            f"it is not in {encoding} (byte {error.start + 1}); name another one with --encoding"
        ) from None
