"""The words of reminders, on the page and in the mails."""

from ehoks.common.texts import Texts

MUISTUTUKSET = {
    "title": Texts("Muistutus sähköpostiin", "Påminnelse per e-post", "Reminders by e-mail"),
    "why": Texts(
        "Saat viestin, kun tämän oppilaitoksen työpaikkajakso päättyy 14 tai 3 päivän kuluttua ja "
        "siitä puuttuu tietoja. Viestissä ei ole opiskelijoiden tietoja.",
        "Du får ett meddelande då en arbetsplatsperiod vid denna läroanstalt slutar om 14 eller 3 "
        "dagar och saknar uppgifter. Meddelandet innehåller inga uppgifter om studerande.",
        "You get a mail when a workplace period of this school ends in 14 or 3 days and lacks "
        "information. The mail has no data of students.",
    ),
    "address": Texts("Sähköpostiosoitteesi", "Din e-postadress", "Your e-mail address"),
    "order": Texts("Tilaa muistutukset", "Beställ påminnelser", "Order reminders"),
    "cancel": Texts("Lopeta muistutukset", "Avsluta påminnelserna", "Stop reminders"),
    "ordered": Texts(
        "Muistutukset lähetetään osoitteeseen {osoite}, {paiva} asti.",
        "Påminnelserna skickas till {osoite}, till och med {paiva}.",
        "Reminders are sent to {osoite}, until {paiva}.",
    ),
    "refused": Texts(
        "Osoitteeseen {osoite} ei voitu lähettää viestiä. Lopeta muistutukset ja tilaa ne toiseen "
        "osoitteeseen.",
        "Meddelandet kunde inte skickas till {osoite}. Avsluta påminnelserna och beställ dem till "
        "en annan adress.",
        "No mail could be sent to {osoite}. Stop the reminders and order them to another address.",
    ),
    "done_ordered": Texts(
        "Muistutukset tilattiin.", "Påminnelserna beställdes.", "Reminders were ordered."
    ),
    "done_cancelled": Texts(
        "Muistutukset lopetettiin.", "Påminnelserna avslutades.", "Reminders were stopped."
    ),
    "not_an_address": Texts(
        "Tarkista sähköpostiosoite: sen pitää olla muotoa nimi@esimerkki.fi. Muistutuksia ei tilattu.",
        "Kontrollera e-postadressen: den ska ha formen namn@exempel.fi. Inga påminnelser beställdes.",
        "Check the e-mail address: it has the form name@example.fi. No reminders were ordered.",
    ),
    "mail_subject": Texts(
        "eHOKS: päättyvistä työpaikkajaksoista puuttuu tietoja",
        "ePUK: arbetsplatsperioder som snart slutar saknar uppgifter",
        "eHOKS: workplace periods about to end lack information",
    ),
    "mail_first": Texts("Hei! Oppilaitos: {oppilaitos}.", "Hej! Läroanstalt: {oppilaitos}.", "Hello! School: {oppilaitos}."),
    "mail_one": Texts(
        "Yksi työpaikkajakso päättyy enintään {paivia} päivän kuluttua, ja siitä puuttuu tietoja.",
        "En arbetsplatsperiod slutar inom {paivia} dagar och saknar uppgifter.",
        "One workplace period ends within {paivia} days and lacks information.",
    ),
    "mail_many": Texts(
        "{n} työpaikkajaksoa päättyy enintään {paivia} päivän kuluttua, ja niistä puuttuu tietoja.",
        "{n} arbetsplatsperioder slutar inom {paivia} dagar och saknar uppgifter.",
        "{n} workplace periods end within {paivia} days and lack information.",
    ),
    "mail_what": Texts(
        "Täydennä puuttuvat tiedot opintohallintojärjestelmässä tai eHOKSissa ennen kuin jaksot "
        "päättyvät. Näet jaksot täällä:",
        "Komplettera uppgifterna i ert studerandesystem eller i ePUK innan perioderna slutar. Du "
        "ser perioderna här:",
        "Complete the information in your student information system or in eHOKS before the "
        "periods end. See them here:",
    ),
    "mail_last": Texts(
        "Tilasit nämä muistutukset itse. Ne jatkuvat {paiva} asti, ja voit lopettaa ne samalla "
        "sivulla. Tähän viestiin ei voi vastata.",
        "Du har själv beställt påminnelserna. De fortsätter till och med {paiva}, och du kan "
        "avsluta dem på samma sida. Det går inte att svara på detta meddelande.",
        "You ordered these reminders yourself. They go on until {paiva}, and you can stop them on "
        "the same page. This mail cannot be answered.",
    ),
}  # fmt: skip
