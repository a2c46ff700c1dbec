"""Our samples beside the real documents: `CORPUS_DIR=... python -m benchmarks.naast` writes build/naast/index.html.

The real documents are not in the project, and neither are their pictures: whoever has them sees both here.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

_VOORBEELDEN = Path(__file__).parents[1] / "exports" / "voorbeelden"
_PAREN = (
    ("brief-2026Z08844.docx", "docx/brief-0900-nummer-brandweer.docx", 2),
    ("brief-2026Z08844.docx", "docx/brief-2024Z11859-politiebureau-wolvega.docx", 2),
    ("gedrukt-2026Z08844.docx", "pdf/ah-tk-20232024-1314.pdf", 2),
    ("gedrukt-2026Z08844.docx", "pdf/ah-tk-20142015-698.pdf", 2),
)


def _bladen(bron: Path, doel: Path, naam: str, bladen: int) -> list[str]:
    with tempfile.TemporaryDirectory() as map_:
        pdf = bron
        if bron.suffix == ".docx":
            opdracht = [
                "soffice",
                f"-env:UserInstallation=file://{map_}/profiel",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                map_,
                str(bron),
            ]
            subprocess.run(opdracht, check=True, capture_output=True)
            pdf = Path(map_) / f"{bron.stem}.pdf"
        subprocess.run(["pdftoppm", "-png", "-r", "70", "-l", str(bladen), str(pdf), str(doel / naam)], check=True)
    return sorted(pad.name for pad in doel.glob(f"{naam}-*.png"))


def main() -> None:
    echt, doel = Path(os.environ["CORPUS_DIR"]), Path("build/naast")
    doel.mkdir(parents=True, exist_ok=True)
    delen = [
        "<!doctype html><meta charset=utf-8><title>Naast elkaar</title><style>img{width:48vw;border:1px solid #999}</style>"
    ]
    for nummer, (eigen, ander, bladen) in enumerate(_PAREN):
        delen.append(f"<h2>{eigen} | {ander}</h2>")
        links, rechts = (
            _bladen(p, doel, f"{kant}{nummer}", bladen)
            for kant, p in (("l", _VOORBEELDEN / eigen), ("r", echt / ander))
        )
        delen += [f"<p><img src={een}> <img src={twee}></p>" for een, twee in zip(links, rechts, strict=False)]
    (doel / "index.html").write_text("\n".join(delen), encoding="utf-8")
    print(doel / "index.html")


if __name__ == "__main__":
    main()
