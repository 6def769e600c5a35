"""Scores corpora with sacreBLEU's defaults: JSON lines of hypotheses and references in, of scores out."""

import json
import sys

import sacrebleu

for line in sys.stdin:
    corpus = json.loads(line)
    hypotheses, references = corpus["hypotheses"], [corpus["references"]]
    scores = {
        "bleu": sacrebleu.corpus_bleu(hypotheses, references, force=True),
        "chrf2pp": sacrebleu.corpus_chrf(hypotheses, references, word_order=2),
        "ter": sacrebleu.corpus_ter(hypotheses, references),
    }
    print(json.dumps({name: score.score for name, score in scores.items()}))
