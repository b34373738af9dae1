from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.errors import SetupError
from kek_build.wortlaut.numbers import Numbers
from kek_build.wortlaut.readers import choose, read


def _read(path: Path) -> str:
    return " ".join(paragraph.text for paragraph in read(path, Numbers([])).paragraphs())


@pytest.mark.parametrize("name", ["konzept.txt", "konzept.md", "KONZEPT", "konzept.pdf"])
def test_what_a_file_holds_counts_and_not_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("Ein Text", encoding="utf-8")
    assert _read(path) == "Ein Text"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100,
            "im alten Word-Format (.doc) gespeichert oder mit einem Kennwort",
        ),
        (b"{\\rtf1 Text}", "im Format RTF"),
        (b"PK\x03\x04kaputt", "beschädigt"),
    ],
    ids=["doc", "rtf", "zip"],
)
def test_formats_that_cannot_be_read_are_refused_with_what_to_do(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "konzept.docx"
    path.write_bytes(data)
    with pytest.raises(SetupError) as caught:
        _read(path)
    assert told in str(caught.value)
    assert "speichern Sie sie" in str(caught.value) or "Speichern Sie sie" in str(caught.value)


def test_a_file_that_is_missing_a_folder_and_a_huge_file_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SetupError, match="Diese Datei gibt es nicht"):
        _read(tmp_path / "nirgends.docx")
    with pytest.raises(SetupError, match="Diese Datei gibt es nicht"):
        _read(tmp_path)
    path = tmp_path / "gross.pdf"
    path.write_bytes(b"%PDF-1.7" + b" " * 3_000_000)
    monkeypatch.setattr(choose, "MAX_BYTES", 1_000_000)
    with pytest.raises(SetupError, match=r"zu groß \(3 MB; höchstens 1 MB\)"):
        _read(path)
