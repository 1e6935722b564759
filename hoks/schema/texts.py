"""What a refused field is told to people: a sentence for each code, in three languages."""

from ehoks.common.texts import Texts

CATALOGUE: dict[str, Texts] = {
    "missing-key": Texts(
        "Pakollinen tieto ”{kentta}” puuttuu. Lisää se.",
        "Den obligatoriska uppgiften ”{kentta}” saknas. Lägg till den.",
        "The required field “{kentta}” is missing. Add it.",
    ),
    "unknown-key": Texts(
        "Kenttää ”{avain}” ei tunneta tässä kohdassa. Poista se tai korjaa sen nimi.",
        "Fältet ”{avain}” hör inte hit. Ta bort det eller rätta dess namn.",
        "The field “{avain}” does not belong here. Remove it or correct its name.",
    ),
    "not-an-object": Texts(
        "Kohdan ”{kentta}” pitää olla JSON-olio eli kokonaisuus, jolla on omat kenttänsä.",
        "”{kentta}” ska vara ett JSON-objekt, en helhet med egna fält.",
        "“{kentta}” must be a JSON object with fields of its own.",
    ),
    "not-a-list": Texts(
        "Kohdan ”{kentta}” pitää olla luettelo (JSON-taulukko).",
        "”{kentta}” ska vara en lista (JSON-array).",
        "“{kentta}” must be a list (a JSON array).",
    ),
    "too-many": Texts(
        "Luettelossa ”{kentta}” on liian monta kohtaa. Sallittu määrä on 5000.",
        "Listan ”{kentta}” har för många poster. Högst 5000 är tillåtna.",
        "The list “{kentta}” has too many items. At most 5000 are allowed.",
    ),
    "not-a-string": Texts(
        "Kentän ”{kentta}” arvon pitää olla tekstiä lainausmerkeissä.",
        "Värdet i ”{kentta}” ska vara text inom citattecken.",
        "The value of “{kentta}” must be text in quotation marks.",
    ),
    "invalid-character": Texts(
        "Kentässä ”{kentta}” on merkki (NUL), jota ei voi tallentaa. Poista se.",
        "”{kentta}” innehåller ett tecken (NUL) som inte kan sparas. Ta bort det.",
        "“{kentta}” holds a character (NUL) that cannot be stored. Remove it.",
    ),
    "too-long": Texts(
        "Kentän ”{kentta}” arvo on liian pitkä: enintään {enintaan} merkkiä.",
        "Värdet i ”{kentta}” är för långt: högst {enintaan} tecken.",
        "The value of “{kentta}” is too long: at most {enintaan} characters.",
    ),
    "empty-tunniste": Texts(
        "Yksilöivä tunniste on tyhjä. Anna jaksolle tunniste tai jätä kenttä pois.",
        "Den unika identifieraren är tom. Ge perioden en identifierare eller lämna bort fältet.",
        "The identifier is empty. Give the period one or leave the field out.",
    ),
    "invalid-puhelinnumero": Texts(
        "Puhelinnumerossa saa olla vain numeroita, välilyöntejä ja merkkejä + - ( ), "
        "enintään 256 merkkiä.",
        "Ett telefonnummer får innehålla bara siffror, mellanslag och tecknen + - ( ), "
        "högst 256 tecken.",
        "A phone number may hold only digits, spaces and the characters + - ( ), "
        "at most 256 of them.",
    ),
    "not-an-integer": Texts(
        "Kentän ”{kentta}” arvon pitää olla kokonaisluku ilman lainausmerkkejä.",
        "Värdet i ”{kentta}” ska vara ett heltal utan citattecken.",
        "The value of “{kentta}” must be a whole number without quotation marks.",
    ),
    "out-of-range": Texts(
        "Kentän ”{kentta}” luku on liian suuri tai liian pieni.",
        "Talet i ”{kentta}” är för stort eller för litet.",
        "The number in “{kentta}” is too large or too small.",
    ),
    "not-a-number": Texts(
        "Kentän ”{kentta}” arvon pitää olla luku ilman lainausmerkkejä.",
        "Värdet i ”{kentta}” ska vara ett tal utan citattecken.",
        "The value of “{kentta}” must be a number without quotation marks.",
    ),
    "negative-maara": Texts(
        "Opetuksen ja ohjauksen määrä ei saa olla negatiivinen.",
        "Mängden undervisning och handledning får inte vara negativ.",
        "The amount of teaching and guidance must not be negative.",
    ),
    "negative-laajuus": Texts(
        "Koulutuksen osan laajuus ei saa olla negatiivinen.",
        "Utbildningsdelens omfattning får inte vara negativ.",
        "The size of a part of education must not be negative.",
    ),
    "not-a-boolean": Texts(
        "Kentän ”{kentta}” arvon pitää olla true tai false ilman lainausmerkkejä.",
        "Värdet i ”{kentta}” ska vara true eller false utan citattecken.",
        "The value of “{kentta}” must be true or false without quotation marks.",
    ),
    "not-a-date": Texts(
        "Kentän ”{kentta}” arvon pitää olla päivämäärä muodossa VVVV-KK-PP.",
        "Värdet i ”{kentta}” ska vara ett datum i formen ÅÅÅÅ-MM-DD.",
        "The value of “{kentta}” must be a date written as YYYY-MM-DD.",
    ),
    "invalid-date": Texts(
        "Kentän ”{kentta}” päivämäärää ei ole olemassa tai se on väärässä muodossa. "
        "Kirjoita se muodossa VVVV-KK-PP, esimerkiksi 2026-08-17.",
        "Datumet i ”{kentta}” finns inte eller är i fel form. "
        "Skriv det i formen ÅÅÅÅ-MM-DD, till exempel 2026-08-17.",
        "The date in “{kentta}” does not exist or is in the wrong form. "
        "Write it as YYYY-MM-DD, for example 2026-08-17.",
    ),
    "not-a-timestamp": Texts(
        "Kentän ”{kentta}” arvon pitää olla aikaleima tekstinä, esimerkiksi 2026-08-17T09:30:00Z.",
        "Värdet i ”{kentta}” ska vara en tidsstämpel som text, till exempel 2026-08-17T09:30:00Z.",
        "The value of “{kentta}” must be a timestamp as text, for example 2026-08-17T09:30:00Z.",
    ),
    "invalid-timestamp": Texts(
        "Kentän ”{kentta}” aikaleima on väärässä muodossa. "
        "Kirjoita se esimerkiksi näin: 2026-08-17T09:30:00Z.",
        "Tidsstämpeln i ”{kentta}” är i fel form. Skriv den till exempel så här: "
        "2026-08-17T09:30:00Z.",
        "The timestamp in “{kentta}” is in the wrong form. Write it, for example, as "
        "2026-08-17T09:30:00Z.",
    ),
    "invalid-uuid": Texts(
        "Kentän ”{kentta}” arvon pitää olla UUID-tunniste.",
        "Värdet i ”{kentta}” ska vara en UUID.",
        "The value of “{kentta}” must be a UUID.",
    ),
    "invalid-oid": Texts(
        "Kentän ”{kentta}” OID-tunniste on väärässä muodossa tai väärää lajia. "
        "Tarkista, ettei siinä ole ylimääräisiä merkkejä tai välilyöntejä.",
        "OID-koden i ”{kentta}” är i fel form eller av fel slag. "
        "Kontrollera att den inte har extra tecken eller mellanslag.",
        "The OID in “{kentta}” is in the wrong form or of the wrong kind. "
        "Check that it has no extra characters or spaces.",
    ),
    "invalid-oid-check-digit": Texts(
        "Kentän ”{kentta}” OID-tunnisteen tarkistusnumero ei täsmää: tunnisteessa on "
        "todennäköisesti kirjoitusvirhe.",
        "Kontrollsiffran i OID-koden i ”{kentta}” stämmer inte: koden innehåller troligen "
        "ett skrivfel.",
        "The check digit of the OID in “{kentta}” is wrong: the identifier probably has "
        "a typing error.",
    ),
    "invalid-y-tunnus": Texts(
        "Kentän ”{kentta}” Y-tunnus on väärässä muodossa. Kirjoita se muodossa 1234567-8 "
        "ilman välilyöntejä.",
        "FO-numret i ”{kentta}” är i fel form. Skriv det i formen 1234567-8 utan mellanslag.",
        "The business id in “{kentta}” is in the wrong form. Write it as 1234567-8 without spaces.",
    ),
    "invalid-y-tunnus-check-digit": Texts(
        "Kentän ”{kentta}” Y-tunnusta ei ole olemassa: tarkistusnumero ei täsmää. "
        "Tarkista tunnus Yritys- ja yhteisötietojärjestelmästä (ytj.fi).",
        "FO-numret i ”{kentta}” finns inte: kontrollsiffran stämmer inte. "
        "Kontrollera numret i Företags- och organisationsdatasystemet (ytj.fi).",
        "The business id in “{kentta}” does not exist: its check digit is wrong. "
        "Check it in the Business Information System (ytj.fi).",
    ),
    "invalid-koodi": Texts(
        "Kentän ”{kentta}” koodi on väärässä muodossa. Tarkista koodiston nimi, isot ja pienet "
        "kirjaimet sekä ylimääräiset välilyönnit.",
        "Koden i ”{kentta}” är i fel form. Kontrollera kodverkets namn, stora och små bokstäver "
        "samt extra mellanslag.",
        "The code in “{kentta}” is in the wrong form. Check the name of the code set, capital "
        "and small letters, and extra spaces.",
    ),
}
