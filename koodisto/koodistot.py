"""The code sets that a HOKS refers to, with names for people."""

from ehoks.common.texts import Texts

TUTKINNONOSAT = "tutkinnonosat"

KOODISTOT: dict[str, Texts] = {
    TUTKINNONOSAT: Texts("Tutkinnon osat", "Examensdelar", "Units of qualifications"),
    "ammatillisenoppiaineet": Texts(
        "Yhteisten tutkinnon osien osa-alueet",
        "Delområden i gemensamma examensdelar",
        "Sub-areas of common units",
    ),
    "koulutuksenosattuva": Texts(
        "TUVA-koulutuksen osat", "Delar av Hux-utbildningen", "Parts of TUVA education"
    ),
    "osaamisenhankkimistapa": Texts(
        "Osaamisen hankkimistapa", "Sätt att förvärva kunnande", "Way of acquiring competence"
    ),
    "oppisopimuksenperusta": Texts(
        "Oppisopimuksen perusta", "Läroavtalets grund", "Basis of the apprenticeship"
    ),
    "oppimisymparistot": Texts("Oppimisympäristö", "Lärmiljö", "Learning environment"),
    "osaamisentodentamisenprosessi": Texts(
        "Osaamisen todentamisen prosessi",
        "Process för verifiering av kunnande",
        "Process of verifying competence",
    ),
    "urasuunnitelma": Texts(
        "Urasuunnitelman päämäärä", "Mål för karriärplanen", "Goal of the career plan"
    ),
    "ammatillinenkoulutusoppimisentuentyyppi": Texts(
        "Oppimisen tuen tyyppi", "Typ av stöd för lärande", "Type of learning support"
    ),
    "ammatillisentutkinnonosanryhma": Texts(
        "Tutkinnon osien ryhmä", "Grupp av examensdelar", "Group of units"
    ),
}
