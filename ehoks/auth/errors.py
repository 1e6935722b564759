"""Why a caller was not let in."""

from ehoks.common.errors import EhoksError, Fixer
from ehoks.common.texts import Texts


class CallerIdMissing(EhoksError):
    """Every call names the calling system."""

    status = 401
    code = "caller-id-missing"
    literal = "Caller-Id header is missing"
    texts = Texts(
        "Kutsusta puuttuu otsake Caller-Id. Lisää siihen järjestelmän tunniste muodossa "
        "<organisaation oid>.<palvelu>.",
        "Rubriken Caller-Id saknas i anropet. Lägg till systemets identifierare i formen "
        "<organisationens oid>.<tjänst>.",
        "The header Caller-Id is missing. Add the identifier of your system as "
        "<OID of the organisation>.<service>.",
    )


class TicketMissing(EhoksError):
    """Every call carries a service ticket of its own."""

    status = 401
    code = "ticket-missing"
    literal = "Cas service ticket header is missing"
    texts = Texts(
        "Kutsusta puuttuu otsake ticket. Hae CASista jokaista kutsua varten uusi palvelutiketti.",
        "Rubriken ticket saknas i anropet. Hämta en ny tjänstebiljett från CAS för varje anrop.",
        "The header ticket is missing. Get a new service ticket from CAS for every call.",
    )


class TicketInvalid(EhoksError):
    """CAS does not know the ticket: used, expired, or made for another service."""

    status = 401
    code = "ticket-invalid"
    literal = "User not found for given ticket. Ticket may be expired."
    texts = Texts(
        "CAS ei hyväksynyt palvelutikettiä. Tiketti kelpaa vain kerran, hetken aikaa ja tälle "
        "palvelulle: hae uusi osoitteelle {service}.",
        "CAS godkände inte tjänstebiljetten. En biljett gäller bara en gång, en kort stund och "
        "för denna tjänst: hämta en ny för adressen {service}.",
        "CAS did not accept the service ticket. A ticket is good for one call, a short while and "
        "this service: get a new one for {service}.",
    )


class ServiceUserRequired(EhoksError):
    """The data-transfer API is for service accounts."""

    status = 403
    code = "wrong-user-type"
    literal = "User type 'PALVELU' is required"
    texts = Texts(
        "Tiedonsiirtorajapintaa voi käyttää vain palvelukäyttäjän tunnuksella.",
        "Gränssnittet för dataöverföring kan användas bara med en tjänsteanvändares kod.",
        "The data-transfer API can be used with a service account only.",
    )
    fixer = Fixer.PROVIDER


class AccountLocked(EhoksError):
    """Too many invalid tickets of late; a valid one does not help before the lock ends."""

    status = 423
    code = "account-locked"
    literal = "Account is locked"
    texts = Texts(
        "Tunnuksella Caller-Id on tästä osoitteesta lähetetty liian monta kelpaamatonta "
        "palvelutikettiä, joten kutsut on estetty vielä {minuutit} minuutin ajan. Otsake "
        "Retry-After kertoo sekunnit. Hae jokaiselle kutsulle uusi tiketti.",
        "För många ogiltiga tjänstebiljetter har skickats från denna adress med samma Caller-Id, "
        "så anropen är spärrade i ännu {minuutit} minuter. Rubriken Retry-After anger sekunderna. "
        "Hämta en ny biljett för varje anrop.",
        "Too many invalid service tickets were sent from this address under the same Caller-Id, "
        "so calls are blocked for {minuutit} more minutes. The header Retry-After tells the "
        "seconds. Get a new ticket for every call.",
    )
    fixer = Fixer.WAIT
