"""Small Word and OpenDocument files made by hand, as the programs write what tests need."""

from __future__ import annotations

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SPACES = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="{_MC}" xmlns:v="urn:schemas-microsoft-com:vml"'
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_ODF = (
    f'xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)


def zipped(entries: dict[str, str | bytes]) -> bytes:
    """A ZIP archive of these entries, in their order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of Word."""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def text_box(text: str) -> str:
    """A text box in a run of Word, with the copy of it that old versions read."""
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{content}</mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def word(body: str, *, styles: str = "", **parts: str) -> bytes:
    """A Word document; `header`, `footer` and `footnotes` are the content of those parts."""
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_R}/{kind}" Target="{kind}1.xml"/>'
        for kind in (*parts, "styles")
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="main"'
            f' Type="{_R}/officeDocument" Target="/word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{relations}'
            "</Relationships>",
            "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
            "word/styles1.xml": f"<w:styles {_SPACES}>{styles}</w:styles>",
            **{
                f"word/{kind}1.xml": f"<w:part {_SPACES}>{content}</w:part>"
                for kind, content in parts.items()
            },
        }
    )


def open_document(body: str, *, page: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text; `page` is the content of its master page."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {_ODF}><office:master-styles>"
            f"<style:master-page>{page}</style:master-page></office:master-styles>"
            "</office:document-styles>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )
