"""What can go wrong, each with the exit code that a shell sees."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command line."""

    DONE = 0
    UNREADABLE_INPUT = 1
    USAGE = 2
    INTERRUPTED = 130


class PostingsError(Exception):
    """Base of every error of this package: `what` is wrong and what to do about it (`cure`)."""

    exit_code = ExitCode.UNREADABLE_INPUT

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(f"{what}; {cure}")
        self.what = what
        self.cure = cure


class UnreadableFile(PostingsError):
    """The bytes could not be had: missing, forbidden, broken link, a directory."""


class EmptyDocument(PostingsError):
    """There is nothing to read in the file."""


class UnsupportedFormat(PostingsError):
    """The content is of a kind that no reader handles."""


class MissingLibrary(PostingsError):
    """What reads this kind of file, a library or a program, is an extra that is not installed."""


class EncryptedDocument(PostingsError):
    """The document asks for a password."""


class DamagedDocument(PostingsError):
    """The file is truncated or its structure is broken."""


class ImageOnlyDocument(PostingsError):
    """The pages are pictures: there is no text to read."""


class WordlessPicture(ImageOnlyDocument):
    """Hardly a word is read in a picture. Where nobody named it, it is a logo or a photo."""


class UsageError(PostingsError):
    """The request itself makes no sense."""

    exit_code = ExitCode.USAGE
