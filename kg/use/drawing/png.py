"""The picture as PNG, with a Korean font of its own, so that names can be read on any machine."""

from pathlib import Path

from kg.errors import UserError

_FAMILY = "Noto Sans KR"


def png(drawing: str, zoom: float = 2.0) -> bytes:
    """An SVG drawing as PNG. Raises `UserError` where the optional packages for it are not installed."""
    try:
        import pylopdf_fonts_ko
        import resvg_py
    except ImportError as error:
        raise UserError("PNG needs packages that are not installed", do="pip install 'regional-ai-kg[png]'") from error
    fonts = sorted(str(p) for p in Path(pylopdf_fonts_ko.__file__).parent.rglob("*Sans*.?tf"))
    image = resvg_py.svg_to_bytes(
        svg_string=drawing, font_files=fonts, font_family=_FAMILY, sans_serif_family=_FAMILY, zoom=zoom
    )
    return bytes(image)
