"""PDFium's functions, as they are, with the cheapest of calls.

They are called through prototypes of our own that take addresses as numbers, so that `map` can
call one for many characters: a quarter of a microsecond each, where a wrapper object for each page
and each box would cost as much as reading the page does. Coordinates are in points, from the
bottom left corner. PDFium is not safe between threads: these calls hold the interpreter's lock.
"""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_double, c_int, c_size_t, c_uint, c_ulong, c_void_p
from typing import Any

import pypdfium2_raw as raw  # type: ignore[import-untyped]


def _prototype(name: str, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(getattr(raw, name), c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


init_library = _prototype("FPDF_InitLibraryWithConfig", None, c_void_p)
last_error = _prototype("FPDF_GetLastError", c_ulong)
load_document = _prototype("FPDF_LoadMemDocument64", c_void_p, c_void_p, c_size_t, c_char_p)
close_document = _prototype("FPDF_CloseDocument", None, c_void_p)
page_count = _prototype("FPDF_GetPageCount", c_int, c_void_p)
load_page = _prototype("FPDF_LoadPage", c_void_p, c_void_p, c_int)
close_page = _prototype("FPDF_ClosePage", None, c_void_p)
page_box = _prototype("FPDF_GetPageBoundingBox", c_int, c_void_p, c_void_p)
page_rotation = _prototype("FPDFPage_GetRotation", c_int, c_void_p)

load_text = _prototype("FPDFText_LoadPage", c_void_p, c_void_p)
close_text = _prototype("FPDFText_ClosePage", None, c_void_p)
count_chars = _prototype("FPDFText_CountChars", c_int, c_void_p)
get_text = _prototype("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
char_unicode = _prototype("FPDFText_GetUnicode", c_uint, c_void_p, c_int)
is_unmapped = _prototype("FPDFText_HasUnicodeMapError", c_int, c_void_p, c_int)
char_box = _prototype("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)
char_origin = _prototype("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p)
char_matrix = _prototype("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
char_font_size = _prototype("FPDFText_GetFontSize", c_double, c_void_p, c_int)

count_objects = _prototype("FPDFPage_CountObjects", c_int, c_void_p)
page_object = _prototype("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
count_inner = _prototype("FPDFFormObj_CountObjects", c_int, c_void_p)
inner_object = _prototype("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)
object_bounds = _prototype("FPDFPageObj_GetBounds", c_int, *[c_void_p] * 5)
object_kind = _prototype("FPDFPageObj_GetType", c_int, c_void_p)
object_matrix = _prototype("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
draw_mode = _prototype("FPDFPath_GetDrawMode", c_int, c_void_p, c_void_p, c_void_p)
count_segments = _prototype("FPDFPath_CountSegments", c_int, c_void_p)
path_segment = _prototype("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
segment_kind = _prototype("FPDFPathSegment_GetType", c_int, c_void_p)
segment_point = _prototype("FPDFPathSegment_GetPoint", c_int, c_void_p, c_void_p, c_void_p)
segment_closes = _prototype("FPDFPathSegment_GetClose", c_int, c_void_p)

init_library(None)  # does nothing the second time; the end of the process frees it
