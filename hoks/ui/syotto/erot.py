"""What differs between two states of a draft, or of a draft and its plan, told in words."""

from typing import Any

from hoks.presenters.erot import find_erot, has_identity
from hoks.presenters.muutokset import Ryhma, tell
from hoks.presenters.nimet import find_nimet
from hoks.schema.fields import ListOf, ObjectType
from hoks.schema.objects import HOKS
from hoks.ui.syotto.sivut import Sivu
from hoks.ui.syotto.tyo import Tyo

Document = dict[str, Any]
MOST = 60


def tell_page(tyo: Tyo, sivu: Sivu, before: Document, after: Document) -> list[Ryhma]:
    """The differences of one page."""
    return tell_all(tyo, *(_only(sivu, document) for document in (before, after)))


def tell_all(tyo: Tyo, before: Document, after: Document) -> list[Ryhma]:
    """The differences, part by part."""
    nimet = find_nimet([before, after], tyo.kieli)
    states = (_numbered(HOKS, document) for document in (before, after))
    return tell(find_erot(*states), nimet, tyo.kieli, MOST)


def _numbered(kind: ObjectType, body: Document) -> Document:
    """Parts that have no id yet go by their place, so that they are compared and not replaced."""
    done = dict(body)
    for f in kind:
        if isinstance(f.type, ListOf) and isinstance(f.type.item, ObjectType) and body.get(f.key):
            item = f.type.item
            rows = [_numbered(item, row) for row in body[f.key]]
            is_part = has_identity(item)
            done[f.key] = [{"id": -n, **r} if is_part else r for n, r in enumerate(rows, start=1)]
    return done


def _only(sivu: Sivu, document: Document) -> Document:
    """The document without what other pages show."""
    if sivu.laji:
        rows = document.get(sivu.laji.avain) or []
        return {sivu.laji.avain: rows[sivu.numero : sivu.numero + 1]}
    keys = {key for ryhma in sivu.ryhmat or () for key in ryhma.kentat}
    return {key: value for key, value in document.items() if key in keys}
