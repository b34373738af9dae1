from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from kek_build.data.archive import Packed, archive, pack

_FILES = st.dictionaries(st.text(st.sampled_from("abzäß/.–"), min_size=1), st.lists(st.binary()), max_size=5)


@given(_FILES)
def test_the_library_writes_the_same_file(files: dict[str, list[bytes]]) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for name, pieces in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every system
            file.writestr(entry, b"".join(pieces), zipfile.ZIP_DEFLATED, compresslevel=6)
    assert archive((name, pack(pieces)) for name, pieces in files.items()) == written.getvalue()


@given(st.lists(st.binary(max_size=5000)), st.integers(1, 9))
def test_what_was_packed_and_kept_is_what_it_was(pieces: list[bytes], level: int) -> None:
    packed = pack(pieces, level)
    assert Packed.read(packed.written()) == packed
    assert packed.content == b"".join(pieces)
    assert packed.length == len(packed.content)
