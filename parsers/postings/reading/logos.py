"""Pictures that lie beside postings and are none: logos and photos have hardly a word."""

from __future__ import annotations

from postings.document import Document
from postings.errors import WordlessPicture

_FEWEST_WORDS = 10  # of a posting; a logo has the name of its owner


def refuse_logo(document: Document) -> None:
    """Raise `WordlessPicture` for a picture with hardly a word that OCR is sure of.

    It is meant for pictures found in a directory, an archive or a mail: of one that is named,
    somebody says that it is a posting.
    """
    if document.media_type.startswith("image/"):
        unsure = sum(len(page.doubtful) for page in document.recognised)
        if len(document.text.split()) - unsure < _FEWEST_WORDS:
            raise WordlessPicture("hardly a word can be read in the picture", "name it to read it")
