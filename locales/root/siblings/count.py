#!/usr/bin/env python3
"""Makes ../siblings.tsv: groups of letters, and common words, with their scores in Belarusian, Russian and Ukrainian.

    python3 count.py FOLDER > ../siblings.tsv

FOLDER is a working folder, in which packages of Debian 12 are unpacked (README.md names them); with one that has them, nothing is
fetched. Needed: apt-get, dpkg, hunspell with be_BY, ru_RU and uk_UA, combine_tessdata and dawg2wordlist (tesseract-ocr), and numpy and
scipy from PyPI. It takes some six minutes and 3 GB of memory.

A word of a language is one that its list has and its speller accepts. Each word is described by its groups of two to five letters, `_`
being its edge, and a logistic regression finds the score of each group in each language with which the sums over a word's groups
tell best which languages have the word. Groups that matter least are dropped twice; then the words for which the sums are most
wrong get scores of their own."""
import collections, gettext, glob, json, math, os, re, subprocess, sys, zipfile
from array import array

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize

LANGUAGES = {  # tag: Tesseract's name, hunspell's dictionary, letters, words of one letter
    "be": ("bel", "be_BY", "абвгдеёжзійклмнопрстуўфхцчшыьэюя", "аіуўзоя"),
    "ru": ("rus", "ru_RU", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "аивксоуяжб"),
    "uk": ("ukr", "uk_UA", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "аійувзояєжб"),
}
TAGS = list(LANGUAGES)
PACKAGES = """tesseract-ocr-bel tesseract-ocr-rus tesseract-ocr-ukr
    firefox-esr-l10n-be firefox-esr-l10n-ru firefox-esr-l10n-uk thunderbird-l10n-be thunderbird-l10n-ru thunderbird-l10n-uk
    libreoffice-l10n-be libreoffice-l10n-ru libreoffice-l10n-uk aisleriot audacity-data baobab brasero-common cheese-common cinnamon-l10n
    deja-dup epiphany-browser-data evolution-common evolution-data-server-common geary gedit-common gimp-data gnome-calendar gnome-chess
    gnome-control-center-data gnome-disk-utility gnome-initial-setup gnome-maps gnome-software-common gnome-tweaks gnome-weather
    gnucash-common gnumeric-common hexchat-common inkscape libgtk-4-common lightdm mate-utils-common nautilus-data network-manager orca
    policykit-1 python3-django quadrapassel rhythmbox-data shotwell-common synaptic tali totem-common transmission-common vlc-l10n
    xfce4-session""".split()
GROUPS = 22_000  # groups of letters kept
COMMON, STRAY = 3_300, 2_700  # words kept: common ones, and ones that the groups take for another language's
EVEN = 0.25  # power of a word's frequency, so that what is only rarer in one language tells little
SHRINK, SHRINK_WORD = 0.35, 0.03  # weight of the penalty for large scores, of groups and of words
RAREST = 0.002  # share of a language that lacks a listed word
STEP = 4  # scores are written in quarters


def plain(text):
    return re.sub("[’ʼ]", "'", text.replace("\u0301", ""))


def spelt(word, tag):
    return all(c in LANGUAGES[tag][2] + "'" for c in word)


def fetch(folder):
    """Unpacks the packages into `folder`, unless it has them."""
    root = os.path.join(folder, "root")
    if not os.path.isdir(root):
        os.makedirs(root)
        subprocess.run(["apt-get", "download", *PACKAGES], cwd=folder, check=True, stdout=sys.stderr)
        for package in sorted(glob.glob(os.path.join(folder, "*.deb"))):
            subprocess.run(["dpkg", "-x", package, root], check=True)
    return root


def listed(root, folder, tag):
    """The words of Tesseract's list, in lower case, split at hyphens."""
    name = LANGUAGES[tag][0]
    data = glob.glob(f"{root}/**/{name}.traineddata", recursive=True)[0]
    part = os.path.join(folder, name + ".")
    subprocess.run(["combine_tessdata", "-u", data, part], check=True, stdout=sys.stderr, stderr=sys.stderr)
    subprocess.run(["dawg2wordlist", part + "lstm-unicharset", part + "lstm-word-dawg", part + "txt"], check=True, stdout=sys.stderr, stderr=sys.stderr)
    words = set()
    for line in open(part + "txt", encoding="utf-8"):
        words.update(w for w in plain(line.strip().lower()).split("-") if w and spelt(w, tag))
    return words


def counted(root, tag):
    """How often programs' translations have each word."""
    count = collections.Counter()

    def add(text):
        text = plain(text).replace("_", "").replace("&", "").lower()
        words = (w.strip("'") for w in re.findall("[а-яёіїєґў][а-яёіїєґў']*", text))
        count.update(w for w in words if spelt(w, tag))

    for path in sorted(glob.glob(f"{root}/**/{tag}/**/*.mo", recursive=True)):
        if not os.path.islink(path) and "iso_" not in path:
            with open(path, "rb") as file:
                for source, text in gettext.GNUTranslations(file)._catalog.items():
                    if source != "":
                        add(text)
    for path in sorted(glob.glob(f"{root}/**/langpack-{tag}@*.xpi", recursive=True)):
        pack = zipfile.ZipFile(path)
        for name in sorted(pack.namelist()):
            if name.endswith((".ftl", ".properties", ".dtd", ".inc")):
                for line in pack.read(name).decode("utf-8", "replace").split("\n"):
                    if not line.startswith("#"):
                        add(line)
    return count


def refused(words, tag):
    """The words that a language's speller does not accept."""
    text = ("\n".join(words) + "\n").encode()
    out = subprocess.run(["hunspell", "-i", "utf-8", "-d", LANGUAGES[tag][1], "-l"], input=text, stdout=subprocess.PIPE, check=True)
    return set(out.stdout.decode().split("\n"))


def material(folder):
    """Words, the share of each language in each, and how much each counts."""
    root = fetch(folder)
    lists = {tag: listed(root, folder, tag) for tag in TAGS}
    # Russian ё is often written е.
    lists["ru"] |= {w.replace("ё", "е") for w in lists["ru"]}
    every = sorted(set().union(*lists.values()))
    wrong = {tag: refused(every, tag) for tag in TAGS}
    wrong["ru"] -= {w.replace("ё", "е") for w in every if w not in wrong["ru"]}
    counts = {tag: counted(root, tag) for tag in TAGS}
    totals = {tag: sum(counts[tag].values()) for tag in TAGS}
    words, shares, weights = [], [], []
    for word in every:
        if len(word) == 1:
            known = [word in LANGUAGES[tag][3] for tag in TAGS]
        else:
            known = [word not in wrong[tag] and spelt(word, tag) for tag in TAGS]
        sure = any(known)
        if not sure:  # a word that no speller knows counts little, and only for one language
            known = [word in lists[tag] for tag in TAGS]
            if sum(known) > 1:
                continue
        often = [counts[tag][word] / totals[tag] * 1e6 for tag in TAGS]
        most = max(often)
        share = []
        for tag, is_known, rate in zip(TAGS, known, often):
            if is_known:
                share.append((rate + 20) ** EVEN)
            elif sure and len(word) > 1 and word in lists[tag] and not (most >= 20 and rate < most / 100):
                # A list has words that its speller lacks, and a few of its neighbours'.
                share.append(0.1 * (rate + 20) ** EVEN)
            else:
                share.append(0.0)
        words.append(word)
        shares.append([s / sum(share) for s in share])
        # A word of several languages must not be taken for one's.
        common = 2 if sum(s > 0.2 * max(share) for s in share) > 1 else 1
        weights.append((common if sure else 0.3) * (1 + math.sqrt(most) / 3))
    return words, np.array(shares, dtype=np.float32), np.array(weights, dtype=np.float32)


def groups(word):
    edged = f"_{word}_"
    return sorted({edged[i : i + n] for n in (2, 3, 4, 5) for i in range(len(edged) - n + 1)})


def matrix(words, numbers):
    columns, ends = array("i"), array("i", [0])
    for word in words:
        columns.extend(numbers[g] for g in groups(word) if g in numbers)
        ends.append(len(columns))
    shape = (len(words), len(numbers))
    return sparse.csr_matrix((np.ones(len(columns), np.float32), np.frombuffer(columns, np.int32), np.frombuffer(ends, np.int32)), shape=shape)


def fit(table, shares, weights, start, rounds, shrink=SHRINK):
    """The scores with which the sums tell the languages best, and the sums."""
    turned, weight = table.T.tocsr(), weights[:, None]

    def loss(x):
        scores = x.reshape(start.shape).astype(np.float32)
        sums = table @ scores
        sums -= sums.max(1, keepdims=True)
        powers = np.exp(sums)
        total = powers.sum(1, keepdims=True)
        value = -float((weight * shares * (sums - np.log(total))).sum(dtype=np.float64))
        slope = turned @ (weight * (powers / total - shares)) + 2 * shrink * scores
        return value + float((shrink * scores**2).sum()), slope.ravel().astype(np.float64)

    found = minimize(loss, start.ravel().astype(np.float64), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    scores = found.x.reshape(start.shape).astype(np.float32)
    print(f"{table.shape[1]} groups and words: loss {found.fun:.0f}", file=sys.stderr, flush=True)
    return scores, table @ scores


def main():
    words, shares, weights = material(sys.argv[1])
    seen = collections.Counter(g for word in words for g in groups(word))
    names = sorted(g for g, n in seen.items() if n >= 8)
    table = matrix(words, {g: i for i, g in enumerate(names)})
    scores, _ = fit(table, shares, weights, np.zeros((len(names), 3)), 40)
    for keep in (2 * GROUPS, GROUPS):
        spread = np.abs(scores - np.median(scores, axis=1, keepdims=True)).max(1)
        worth = spread * np.sqrt(np.asarray(table.T @ weights).ravel())
        kept = np.sort(np.argsort(-worth, kind="stable")[:keep])
        names, table, scores = [names[i] for i in kept], table[:, kept], scores[kept]
        scores, sums = fit(table, shares, weights, scores, 25)
    odds = sums - np.log(np.exp(sums).sum(1, keepdims=True))
    wrong = weights * (shares * (np.log(shares + 1e-12) - odds)).sum(1)
    # How much more another language is taken for the word's than one that has it.
    astray = np.where(shares >= 0.2, odds.max(1, keepdims=True) - odds, 0).max(1)
    chosen = list(np.argsort(-wrong, kind="stable")[:COMMON])
    rest = np.argsort(-astray, kind="stable")
    chosen += [i for i in rest[: COMMON + STRAY] if i not in set(chosen)][:STRAY]
    own = sparse.csr_matrix((np.ones(len(chosen), np.float32), (chosen, range(len(chosen)))), shape=(len(words), len(chosen)))
    names += ["=" + words[i] for i in chosen]
    start = np.vstack([scores, np.zeros((len(chosen), 3), np.float32)])
    shrink = np.repeat(np.array([SHRINK, SHRINK_WORD], np.float32), [len(scores), len(chosen)])[:, None]
    scores, _ = fit(sparse.hstack([table, own]).tocsr(), shares, weights, start, 80, shrink)
    # Only differences matter, so one of the three scores can be nought.
    scores = np.rint((scores - np.median(scores, axis=1, keepdims=True)) * STEP) / STEP
    # A listed word's own scores make up for what its groups, as they are written, lack; in halves, so that many share a line.
    lack = np.log(np.maximum(shares[chosen], RAREST)) - table[chosen] @ scores[: table.shape[1]]
    scores[table.shape[1] :] = np.rint((lack - np.median(lack, axis=1, keepdims=True)) * STEP / 2) * 2 / STEP
    rows = collections.defaultdict(list)
    for name, score in zip(names, scores):
        row = tuple(int(x) for x in np.rint(score * STEP))
        if any(row):
            rows[row].append(name)
    print("# Made by siblings/count.py: scores in quarters, and the groups of letters (_ is a word's edge) and words (=) that have them.")
    print("\t".join(TAGS + ["groups"]))
    for row in sorted(rows):
        print("\t".join(map(str, row)) + "\t" + " ".join(sorted(rows[row])))


if __name__ == "__main__":
    main()
