"""The style sheets of the course's output in a notebook; `deepcalc.plotting.style` says why.

The page's theme is an attribute of its own in JupyterLab and in Colab, and a class in VS Code.  A
page that names none is taken to be light, whatever the system prefers: GitHub's viewer, say, or an
exported page.
"""

from __future__ import annotations

from deepcalc.plotting.narrow import BELOW

__all__ = ["FIGURES", "SCROLLS", "TEXT"]

SCROLLS = "A figure that may scroll sideways"

# Inverting alone would turn blue to orange: the half turn of the hues takes that back, and what is
# left is that light and dark change places.  0.933 makes of white the #111 of JupyterLab's dark
# page.  Text in a picture that keeps its width is drawn at 13 pixels, so that 550 of 720 make 10.
FIGURES = f"""
.deepcalc-wide {{ overflow-x: auto; }}
.deepcalc-wide:focus-visible {{ outline: 3px solid #d97706; }}
@media (max-width: {BELOW - 1}px) {{ .deepcalc-wide img {{ min-width: 550px; }} }}
@media not print {{
  :is([data-jp-theme-light="false"], html[theme="dark"], .vscode-dark)
  :is(.deepcalc-figure img, .deepcalc-grid) {{ filter: invert(.933) hue-rotate(180deg); }}
}}
"""

# For the notebook's text, in JupyterLab.  The outline breaks the names of exercises instead of
# cutting them off, and columns are as wide as what they hold, not all alike.  On a narrow page a
# formula or a table that is wider than the text scrolls by itself, where else all the text of the
# cell would; a formula's twin for screen readers takes no more room than it; and a folded cell's
# first line ends where the page does.
TEXT = f"""
.jp-tocItem::part(positioning-region) {{ height: auto; min-height: 25px; }}
.jp-tocItem::part(content-region) {{ height: auto; white-space: normal; }}
.jp-tocItem-heading {{ height: auto; }}
.jp-tocItem-content {{ white-space: normal; padding-block: 3px; line-height: 1.25; }}
.jp-RenderedMarkdown table {{ table-layout: auto; }}
@media (max-width: {BELOW - 1}px) {{
  .jp-RenderedMarkdown.jp-RenderedHTMLCommon {{ padding-right: 4px; }}
  .jp-RenderedMarkdown mjx-container {{ font-size: 100% !important; }}
  .jp-RenderedMarkdown mjx-container[display="true"] {{
    max-width: 100%; overflow-x: auto; overflow-y: hidden;
  }}
  .jp-RenderedMarkdown mjx-assistive-mml {{ max-width: 100% !important; }}
  .jp-RenderedMarkdown table {{ display: block; width: fit-content; max-width: 100%;
    overflow-x: auto; }}
  .jp-RenderedMarkdown :is(td, th) {{ padding: .4em; }}
  .jp-Placeholder-content, .jp-Placeholder-contentContainer {{ min-width: 0; max-width: 100%; }}
  .jp-PlaceholderText {{ overflow: hidden; text-overflow: ellipsis; }}
}}
"""
