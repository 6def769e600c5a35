#!/usr/bin/env python3
"""Scores what `tolmach import` makes of the pages in tests/cases/pages, beside trafilatura where Python can import it.

    python3 tests/bench/pages.py target/release/tolmach            # the table
    python3 tests/bench/pages.py target/release/tolmach --show     # and, for each page, what went wrong
    python3 tests/bench/pages.py target/release/tolmach be- drupal # only pages with one of these words in their names
    python3 tests/bench/pages.py target/release/tolmach --pages DIR # other cases of this kind
    python3 tests/bench/pages.py --check                           # only whether the cases themselves are sound

Beside each page NAME.html stands NAME.toml, which tests/README.md explains. Two measures are taken of the text of a result,
standfirst and body, without markup, pictures' alternative texts and boilerplate that is marked as such:

- by words: the share of the words to be kept that were kept (`kept`), the share of the result's words that belong to nothing
  to be kept (`wrong`), a second copy included, and the F1 of both. Headline, standfirst, authors and what `either` lists count neither way.
- by pieces, as trafilatura's own evaluation counts: a piece to be kept that is in the result is a true positive, one that is not
  a false negative, a piece to be dropped that is in the result a false positive; F1 is 2TP / (2TP + FP + FN).

Python 3.9 or newer; no network.
"""
import argparse
import html
import html.parser
import json
import os
import re
import subprocess
import sys
import tempfile

PAGES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cases", "pages")
SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
RAISED = "[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]"
LISTS = ("authors", "tags", "keeps", "drops", "either", "listed")
TEXTS = ("about", "title", "standfirst", "date")
INLINE = set("a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark noindex q s small span strike strong sub sup "
             "time tt u var wbr".split())


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def case(path):
    """The keys of a case. Its TOML has only strings and lists of strings, which are JSON as well."""
    text = re.sub(r",\s*\]", "]", read(path))
    found = {key: [] for key in LISTS}
    for key, value in re.findall(r"(?ms)^(\w+) = (\".*?\"|\[.*?\])$", text):
        found[key] = json.loads(value)
    return found


def words(text):
    """The words of a text, a superscript being a word of its own; punctuation and case tell nothing."""
    return re.findall(RAISED + r"+|(?:(?!" + RAISED + r")\w)+", text.translate(SUBSCRIPTS).lower())


def find(piece, text, start=0):
    """Where the words of a piece begin in a list of words, or -1."""
    if not piece:
        return -1
    for at in range(start, len(text) - len(piece) + 1):
        if text[at] == piece[0] and text[at:at + len(piece)] == piece:
            return at
    return -1


class Text(html.parser.HTMLParser):
    """All text of a page, a space for every tag that is no part of a line."""

    def __init__(self):
        super().__init__()
        self.parts, self.skip, self.raised = [], 0, 0

    def handle_starttag(self, tag, attrs):
        self.skip += tag in ("script", "style")
        self.raised += tag == "sup"
        self.parts.append("" if tag in INLINE else " ")

    def handle_endtag(self, tag):
        self.skip -= tag in ("script", "style")
        self.raised -= tag == "sup"
        self.parts.append("" if tag in INLINE else " ")

    def handle_data(self, data):
        if not self.skip:
            self.parts.append(data.translate(SUPERSCRIPTS) if self.raised else data)


def page_text(page):
    parser = Text()
    parser.feed(page)
    return " ".join("".join(parser.parts).split())


def body(markdown):
    """The text of an article: standfirst and body, without markup and boilerplate marked as such."""
    standfirst = front_matter(markdown)["standfirst"]
    markdown = standfirst + "\n\n" + re.sub(r"(?s)\A---\n.*?\n---\n", "", markdown)
    blocks = re.split(r"\n{2,}", markdown)
    text = "\n\n".join(block for block in blocks if not block.startswith("<!-- role: boilerplate"))
    text = re.sub(r"(?s)<!--.*?-->", "", text)
    text = re.sub(r"!\[(?:\\.|[^\]\\])*\]\([^)]*\)", " ", text)
    text = re.sub(r"\[((?:\\.|[^\]\\])*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\[\^[^\]]*\]:?", " ", text)
    text = re.sub(r"<sup>(.*?)</sup>", lambda match: match[1].translate(SUPERSCRIPTS), text)
    text = re.sub(r"</?(?:sub|u|mark|small|br|a)\b[^>]*>", "", text)
    text = re.sub(r"\\(?=\n)", " ", text)
    text = re.sub(r"\\(?=[^\w\s])", "", text)
    text = re.sub(r"(?m)^[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6} |[-*+] |\d+[.)] )?", "", text)
    text = re.sub(r"(?m)^\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?)?\s*$", "", text)
    return re.sub(r"(\*\*|\*|__|~~|`)", "", text)


def front_matter(markdown):
    """Headline, standfirst, authors, date and tags of an article."""
    found = {}
    for line in (re.match(r"(?s)\A---\n(.*?)\n---\n", markdown) or ["", ""])[1].split("\n"):
        key, _, value = line.partition(": ")
        value = value.strip()
        listed = re.findall(r'"(?:[^"\\]|\\.)*"|[^\[\],\s][^\[\],]*', value) if value.startswith("[") else [value]
        found[key] = [json.loads(item) if item.startswith('"') else item.strip() for item in listed]
    authors = [name for line in found.get("author", []) + found.get("authors", []) for name in re.split(r", | and | і | и | та ", line)]
    return {
        "title": (found.get("title") or [""])[0],
        "standfirst": (found.get("standfirst") or [""])[0],
        "authors": authors,
        "date": (found.get("date") or [""])[0][:10],
        "tags": found.get("tags", []),
    }


def tolmach(program):
    """A function that imports a page into a project of its own: text, metadata, and all that was said."""
    folder = tempfile.TemporaryDirectory()
    env = {key: value for key, value in os.environ.items() if not key.startswith("TOLMACH_")}
    env.update(LC_ALL="C.UTF-8", XDG_CONFIG_HOME=os.path.join(folder.name, "none"))
    run = lambda *arguments: subprocess.run([os.path.abspath(program), *arguments], cwd=folder.name, env=env, capture_output=True,
                                            encoding="utf-8", errors="replace", timeout=60)
    run("init", "-q")

    def extract(name, path):
        done = run("import", os.path.abspath(path), "--slug", name, "--force", "--format", "json")
        written = os.path.join(folder.name, "source", name + ".md")
        markdown = read(written) if os.path.exists(written) else ""
        said = done.stdout + done.stderr
        return body(markdown), front_matter(markdown), markdown + said

    extract.folder = folder
    return extract


def trafilatura():
    """The same with trafilatura, or None."""
    try:
        import trafilatura as library
    except ImportError:
        return None

    def extract(_, path):
        page = read(path)
        text = library.extract(page, include_comments=False, include_tables=True) or ""
        meta = library.extract_metadata(page)
        meta = meta.as_dict() if meta else {}
        return text, {
            "title": meta.get("title") or "",
            "authors": [name for name in re.split(r"; ?", meta.get("author") or "") if name],
            "date": meta.get("date") or "",
            "tags": [tag.strip() for line in meta.get("tags") or [] for tag in line.split(",")],
        }, None

    return extract


def mark(piece, text, used):
    """Marks where a piece stands for the first time, and says how many of its words stand there or in runs of three."""
    at = find(piece, text)
    while at >= 0 and any(used[at:at + len(piece)]):
        at = find(piece, text, at + 1)
    if at >= 0:
        used[at:at + len(piece)] = [True] * len(piece)
        return len(piece)
    runs = {tuple(piece[at:at + 3]): at for at in range(len(piece) - 2)}
    kept = set()
    for at in range(len(text) - 2):
        run = runs.get(tuple(text[at:at + 3]))
        if run is not None and not any(used[at:at + 3]):
            kept.update((run, run + 1, run + 2))
    for at in range(len(text) - 2):
        if tuple(text[at:at + 3]) in runs:
            used[at:at + 3] = [True] * 3
    return len(kept)


def score(wanted, text):
    """The counts of a page, and what is wrong with it."""
    text = words(text)
    used = [False] * len(text)
    faults = []
    pieces = sorted(wanted["keeps"], key=len, reverse=True)
    kept = sum(mark(words(piece), text, used) for piece in pieces)
    right = sum(used)
    for piece in wanted["either"] + [wanted.get("title", ""), wanted.get("standfirst", "")] + wanted["authors"] + wanted["tags"]:
        while len(piece) and find(words(piece), text) >= 0:
            before = sum(used)
            mark(words(piece), text, used)
            if sum(used) == before:
                break
    # The mark of a footnote may stay.
    used = [mine or re.fullmatch(RAISED + "+", word) is not None for mine, word in zip(used, text)]
    wrong = len(used) - sum(used)
    missing = [piece for piece in wanted["keeps"] if find(words(piece), text) < 0]
    left = [piece for piece in wanted["drops"] if find(words(piece), text) >= 0]
    twice = [piece for piece in wanted["keeps"] if len(words(piece)) > 3 and find(words(piece), text, find(words(piece), text) + 1) > 0
             and find(words(piece), text) >= 0]
    faults += ["lost    " + piece for piece in missing] + ["kept    " + piece for piece in left] + ["twice   " + piece for piece in twice]
    known = {word for piece in wanted["drops"] for word in words(piece)}
    other = [word for word, mine in zip(text, used) if not mine and word not in known]
    if other:
        faults.append("words of no piece: " + " ".join(other[:20]))
    counts = {
        "want": sum(len(words(piece)) for piece in wanted["keeps"]), "kept": kept, "right": right, "wrong": wrong,
        "tp": len(wanted["keeps"]) - len(missing), "fn": len(missing), "fp": len(left), "pages": 1, "whole": not (missing or left or twice),
    }
    return counts, faults


def score_metadata(wanted, meta, said):
    counts, faults = {}, []
    for key in ("title", "authors", "date", "tags"):
        if not wanted.get(key):
            continue
        counts[key + "-want"] = 1
        if meta[key] == wanted[key]:
            counts[key] = 1
        else:
            faults.append(f"{key:8}{json.dumps(meta[key], ensure_ascii=False)}, not {json.dumps(wanted[key], ensure_ascii=False)}")
    for piece in wanted["listed"] if said is not None else []:
        counts["listed-want"] = counts.get("listed-want", 0) + 1
        if piece in said:
            counts["listed"] = counts.get("listed", 0) + 1
        else:
            faults.append("unsaid  " + piece)
    return counts, faults


def share(part, whole):
    return part / whole if whole else 0.0


def row(name, sums):
    get = lambda key: sums.get(key, 0)
    recall, precision = share(get("kept"), get("want")), share(get("right"), get("right") + get("wrong"))
    cells = [
        name, f"{recall:.3f}", f"{1 - precision:.3f}", f"{share(2 * recall * precision, recall + precision):.3f}",
        f"{share(get('tp'), get('tp') + get('fn')):.3f}", f"{share(get('tp'), get('tp') + get('fp')):.3f}",
        f"{share(2 * get('tp'), 2 * get('tp') + get('fp') + get('fn')):.3f}", f"{get('whole')}/{get('pages')}",
    ]
    cells += [f"{get(key)}/{get(key + '-want')}" if get(key + "-want") else "–" for key in ("title", "authors", "date", "tags", "listed")]
    return "| " + " | ".join(cells) + " |"


HEAD = """| | words kept | wrong | F1 | pieces: recall | precision | F1 | pages without fault | title | authors | date | tags | listed |
|---|---|---|---|---|---|---|---|---|---|---|---|---|"""


def unsound(folder, name):
    """What is wrong with a case itself."""
    wanted = case(os.path.join(folder, name + ".toml"))
    text = page_text(read(os.path.join(folder, name + ".html")))
    out = [f"{key} is missing" for key in ("about", "keeps", "drops") if not wanted.get(key)]
    out += [f"{key} is unknown" for key in wanted if key not in LISTS + TEXTS]
    for key in ("keeps", "drops", "either"):
        out += [f"{key}: not in the page: {piece}" for piece in wanted[key] if piece not in text]
    source = " ".join(html.unescape(read(os.path.join(folder, name + ".html"))).replace("\xa0", " ").split())
    told = [wanted.get("title", ""), wanted.get("standfirst", "")] + wanted["authors"] + wanted["tags"] + wanted["listed"]
    out += [f"not told by the page: {piece}" for piece in told if piece not in source]
    at = 0
    for piece in wanted["keeps"]:
        at = text.find(piece, at)
        if at < 0:
            out.append(f"keeps: out of order: {piece}")
            break
    kept = [words(piece) for piece in wanted["keeps"] + [wanted.get("title", ""), wanted.get("standfirst", "")] + wanted["authors"] + wanted["tags"]]
    out += [f"drops: also kept: {piece}" for piece in wanted["drops"] if any(find(words(piece), line) >= 0 for line in kept)]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", wanted.get("date", "2000-01-01")):
        out.append("date: " + wanted["date"])
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", nargs="?", help="the binary of tolmach")
    parser.add_argument("names", nargs="*", help="only pages with one of these words in their names")
    parser.add_argument("--show", action="store_true", help="print what is wrong with each page")
    parser.add_argument("--pages", default=PAGES, help="another folder of such cases")
    parser.add_argument("--check", action="store_true", help="only check the cases themselves")
    arguments = parser.parse_args()
    folder = arguments.pages
    names = sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".html"))
    if arguments.check or not arguments.program:
        faults = [f"{name}: {fault}" for name in names for fault in unsound(folder, name)]
        print("\n".join(faults + [f"{len(names)} pages, {len(faults)} faults"]))
        return 1 if faults else 0
    names = [name for name in names if not arguments.names or any(word in name for word in arguments.names)]
    rivals = {"tolmach": tolmach(arguments.program), "trafilatura": trafilatura()}
    sums = {}
    for name in names:
        wanted = case(os.path.join(folder, name + ".toml"))
        for rival, extract in rivals.items():
            if extract is None:
                continue
            text, meta, said = extract(name, os.path.join(folder, name + ".html"))
            counts, faults = score(wanted, text)
            more, told = score_metadata(wanted, meta, said)
            total = sums.setdefault(rival, {})
            for key, value in {**counts, **more}.items():
                total[key] = total.get(key, 0) + value
            if arguments.show and faults + told:
                print(f"{name} ({rival})")
                print("\n".join("  " + fault for fault in faults + told))
    print(HEAD)
    for rival, total in sums.items():
        print(row(rival, total))
    return 0


if __name__ == "__main__":
    sys.exit(main())
