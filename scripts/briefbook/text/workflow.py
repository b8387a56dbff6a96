"""Escaping for GitHub workflow commands (`::error file=…::message`), which a log line can hold."""


def data(value: str) -> str:
    """The message of a command: `%`, carriage return and line feed are percent-encoded."""
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def property_(value: str) -> str:
    """The value of a property: the colon and the comma are encoded as well."""
    return data(value).replace(":", "%3A").replace(",", "%2C")
