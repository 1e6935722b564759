"""The mail with the link: who shares and until when, but neither whose plan nor anything of it."""

from ehoks.common.texts import Texts
from ehoks.integrations.viestinvalitys import Viesti
from ehoks.ui.templatetags.muotoilu import jakso
from sharing import linkki
from sharing.models import Jako

_OTSIKKO = Texts(
    "Sinulle on jaettu tietoja opiskelijan suunnitelmasta (eHOKS)",
    "Uppgifter ur en studerandes plan har delats med dig (ePUK)",
    "Parts of a student's plan have been shared with you (eHOKS)",
)
_SISALTO = Texts(
    """Hei {nimi},

{jakaja} on jakanut sinulle tietoja ammatillisen opiskelijan henkilökohtaisesta osaamisen
kehittämissuunnitelmasta (HOKS). Tiedot ovat nähtävissäsi {milloin}.

Avaa tiedot tästä:
{linkki}

Sivulla tunnistaudut Suomi.fi-palvelussa, esimerkiksi pankkitunnuksilla. Linkki on henkilökohtainen:
kun olet avannut sen, sitä ei voi avata kukaan muu. Älä siis lähetä sitä eteenpäin.

Jos et tiedä, mistä on kyse, sinun ei tarvitse tehdä mitään.

eHOKS""",
    """Hej {nimi},

{jakaja} har delat uppgifter ur en yrkesstuderandes personliga utvecklingsplan för kunnandet (PUK)
med dig. Du kan se uppgifterna {milloin}.

Öppna uppgifterna här:
{linkki}

På sidan identifierar du dig i tjänsten Suomi.fi, till exempel med bankkoder. Länken är personlig:
när du har öppnat den kan ingen annan öppna den. Skicka den alltså inte vidare.

Om du inte vet vad saken gäller behöver du inte göra någonting.

ePUK""",
    """Hello {nimi},

{jakaja} has shared with you parts of a vocational student's personal competence development plan
(HOKS). You can see them {milloin}.

Open them here:
{linkki}

On the page you identify yourself at Suomi.fi, for instance with your bank. The link is personal:
once you have opened it, nobody else can. Do not pass it on.

If you do not know what this is about, you need not do anything.

eHOKS""",
)
_OPISKELIJA = Texts("Opiskelija", "En studerande", "A student")
_OPPILAITOS = Texts("Oppilaitos", "En läroanstalt", "A school")


def write(jako: Jako, oppilaitos: str) -> Viesti:
    """The mail of the share's latest sending, in the recipient's language."""
    by_student = jako.luoja == "oppija"
    who = (_OPISKELIJA if by_student else _OPPILAITOS).say(jako.kieli)
    told = f"{who} ({oppilaitos})" if oppilaitos else who
    sisalto = _SISALTO.format(
        nimi=jako.vastaanottaja_nimi,
        jakaja=told,
        milloin=jakso(jako.voimassa_alku, jako.voimassa_loppu),
        linkki=linkki.address_of(jako.siemen),
    )
    return Viesti(
        sahkoposti=jako.vastaanottaja_sahkoposti,
        kieli=jako.kieli,
        otsikko=_OTSIKKO.say(jako.kieli),
        sisalto=sisalto.say(jako.kieli),
        avain=f"jako.{jako.pk}.{jako.lahetyksia}",
        salaisuus=linkki.token_of(jako.siemen),
    )
