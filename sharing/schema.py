"""The declaration of a share on the wire: what is sent to make one, and what is told of one."""

from ehoks.common.texts import Texts
from hoks.schema.fields import Field, ObjectType
from hoks.schema.scalars import PVM, TEKSTI, TEKSTI256, UUID

VASTAANOTTAJA = ObjectType(
    name="JaonVastaanottaja",
    label=Texts("Jaon vastaanottaja", "Delningens mottagare", "Recipient of a share"),
    fields=(
        Field("nimi", TEKSTI256, "RRRRX", Texts("Nimi", "Namn", "Name")),
        Field(
            "rooli",
            TEKSTI256,
            "RRRRX",
            Texts("Rooli", "Roll", "Role"),
            explanation=Texts(
                "`ohjaaja`, `arvioija` tai `muu`. Muulle jakaminen vaatii opiskelijan suostumuksen.",
                "`ohjaaja`, `arvioija` eller `muu`. Att dela med någon annan kräver samtycke.",
                "`ohjaaja`, `arvioija` or `muu`. Sharing with anybody else needs the student's consent.",
            ),
            example="ohjaaja",
        ),
        Field(
            "sahkoposti",
            TEKSTI256,
            "OOOOX",
            Texts("Sähköposti", "E-post", "E-mail"),
            explanation=Texts(
                "Linkki lähetetään tähän osoitteeseen.",
                "Länken skickas till den här adressen.",
                "The link is sent to this address.",
            ),
            example="onni.ohjaaja@example.org",
        ),
        Field(
            "organisaatio",
            TEKSTI256,
            "OOOOX",
            Texts("Organisaatio", "Organisation", "Organisation"),
        ),
    ),
)
_LINKKI = (
    Field(
        "tutkinnonosa-module-uuid",
        UUID,
        "RRXRX",
        Texts("Tutkinnon osan tunniste", "Examensdelens identifierare", "Identifier of the unit"),
    ),
    Field(
        "tutkinnonosa-tyyppi",
        TEKSTI256,
        "RRXRX",
        Texts("Tutkinnon osan tyyppi", "Examensdelens typ", "Type of the unit"),
        explanation=Texts(
            "`HankittavaAmmatillinenTutkinnonOsa`, `HankittavaYTOOsaAlue` tai "
            "`HankittavaPaikallinenTutkinnonOsa`.",
            "`HankittavaAmmatillinenTutkinnonOsa`, `HankittavaYTOOsaAlue` eller "
            "`HankittavaPaikallinenTutkinnonOsa`.",
            "`HankittavaAmmatillinenTutkinnonOsa`, `HankittavaYTOOsaAlue` or "
            "`HankittavaPaikallinenTutkinnonOsa`.",
        ),
        example="HankittavaAmmatillinenTutkinnonOsa",
    ),
    Field(
        "shared-module-uuid",
        UUID,
        "RRXRX",
        Texts("Jaettavan osan tunniste", "Den delade delens identifierare", "What is shared"),
    ),
    Field(
        "shared-module-tyyppi",
        TEKSTI256,
        "RRXRX",
        Texts("Jaettavan osan tyyppi", "Den delade delens typ", "Type of what is shared"),
        explanation=Texts(
            "`osaamisenhankkiminen`, `osaamisenosoittaminen` tai koko osasta `tutkinnonosa`.",
            "`osaamisenhankkiminen`, `osaamisenosoittaminen` eller för hela delen `tutkinnonosa`.",
            "`osaamisenhankkiminen`, `osaamisenosoittaminen`, or of the whole unit `tutkinnonosa`.",
        ),
        example="osaamisenhankkiminen",
    ),
    Field("voimassaolo-alku", PVM, "RRXRX", Texts("Alkaa", "Börjar", "Begins")),
    Field("voimassaolo-loppu", PVM, "RRRRX", Texts("Päättyy", "Slutar", "Ends")),
    Field(
        "kieli",
        TEKSTI256,
        "OOXOX",
        Texts("Viestin kieli", "Meddelandets språk", "Language of the mail"),
        explanation=Texts("`fi`, `sv` tai `en`.", "`fi`, `sv` eller `en`.", "`fi`, `sv` or `en`."),
        example="fi",
    ),
    Field("viesti", TEKSTI, "OOXOX", Texts("Viesti", "Meddelande", "Message")),
)
_KENELLE = Texts("Vastaanottaja", "Mottagare", "Recipient")

# As a system of the provider makes one: for somebody whom the part names.
JAKO = ObjectType(
    name="Jako",
    label=Texts("Jako", "Delning", "Share"),
    fields=(*_LINKKI, Field("vastaanottaja", VASTAANOTTAJA, "RRXRX", _KENELLE)),
)
# To send the link again.
LAHETYS = ObjectType(
    name="JaonLahetys",
    label=Texts("Jaon lähettäminen", "Sändning av en delning", "Sending of a share"),
    fields=(
        Field(
            "sahkoposti",
            TEKSTI256,
            "OXXOX",
            Texts("Sähköposti", "E-post", "E-mail"),
            explanation=Texts(
                "Uusi osoite; ilman sitä linkki lähetetään entiseen. Uuteen osoitteeseen lähtee uusi "
                "linkki, ja vanha lakkaa toimimasta.",
                "En ny adress; utan den sänds länken till den förra. Till en ny adress sänds en ny länk, "
                "och den gamla slutar fungera.",
                "A new address; without one the link goes to the one before. To a new address goes a "
                "new link, and the old one stops working.",
            ),
            example="onni.ohjaaja@example.org",
        ),
    ),
)
# As the student makes one.
OPPIJAN_JAKO = ObjectType(
    name="OppijanJako",
    label=Texts("Opiskelijan jako", "Den studerandes delning", "Share by the student"),
    fields=(
        *_LINKKI,
        Field("vastaanottaja", VASTAANOTTAJA, "OOXOX", _KENELLE),
        Field("hoks-eid", TEKSTI256, "RRXRX", Texts("HOKSin tunniste", "Planens kod", "The plan")),
    ),
)
