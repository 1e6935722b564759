"""The way into the service's own verdict, without HTTP and database."""

from typing import Any

from ehoks.integrations.koski import Opiskeluoikeus
from hoks.rules.judge import Verdict, errors_tree, judge
from hoks.rules.konteksti import Konteksti
from hoks.schema.fields import Operation
from hoks.schema.objects import HOKS
from hoks.services.checks import NoOpiskeluoikeus

UNTOLD: dict[str, Any] = dict.fromkeys(
    (
        "oppilaitos_oid",
        "koulutustoimija_oid",
        "paattymispaiva",
        "sisaltyy_oid",
        "sisaltyy_oppilaitos_oid",
        "suorituskieli",
    )
)


def _study_right(told: dict[str, Any]) -> Opiskeluoikeus:
    names: dict[str, Any] = {"oid": "", "tutkinto_nimi": {}, "osaamisala_nimi": {}}
    return Opiskeluoikeus(**UNTOLD, **names, **told)


def _judge(payload: object, operation: str, opiskeluoikeus: dict[str, Any] | None) -> Verdict:
    known: Any = _study_right(opiskeluoikeus) if opiskeluoikeus else NoOpiskeluoikeus()
    return judge(HOKS, Operation[operation], payload, Konteksti(opiskeluoikeus=known))


def verdict(
    payload: object, *, operation: str, opiskeluoikeus: dict[str, Any] | None
) -> tuple[bool, object]:
    """Whether the payload is accepted, and else the `errors` tree of the answer.

    `opiskeluoikeus` is a plain description: tyyppi, alkamispaiva, arvioitu_paattymispaiva,
    jaksot (pairs of first day and state) and suoritustyypit; None when the plan names none that
    could be asked for.
    """
    found = _judge(payload, operation, opiskeluoikeus)
    if found.document is not None:
        return True, None
    return False, errors_tree(found.errors, payload)


def normalised(
    payload: object, *, opiskeluoikeus: dict[str, Any] | None, operation: str = "POST"
) -> Any:
    """What the service keeps of an accepted plan, before it gives out identifiers."""
    found = _judge(payload, operation, opiskeluoikeus)
    if found.document is None:
        raise ValueError(errors_tree(found.errors, payload))
    return found.document
