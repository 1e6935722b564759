"""The words about a plan that every page of it shares, whoever reads: staff, student, workplace.

What a field of the plan is called is declared with the field: here is only what is none.
"""

from ehoks.common.texts import Texts
from hoks.presenters.aikajana.sanat import AIKAJANA
from hoks.presenters.otsikot import otsikot
from hoks.schema.objects import OSAAMISEN_OSOITTAMINEN

SUUNNITELMA = {
    **otsikot(),
    **AIKAJANA,
    "opiskelusuunnitelma": otsikot()["tavat"],
    "raja_saavutettu": otsikot()["saavutettu"],
    "naytto": OSAAMISEN_OSOITTAMINEN.lyhyt,
    "laji_naytto": OSAAMISEN_OSOITTAMINEN.lyhyt,
    "shares": Texts("Jaot", "Delningar", "Shares"),
    "share_this": Texts("Jaa nämä tiedot", "Dela de här uppgifterna", "Share this"),
    "share_unit": Texts("Jaa koko osa", "Dela hela delen", "Share the whole unit"),
    "tabs": Texts("HOKSin osat", "Delarna i PUK", "Parts of the HOKS"),
    "tavoite": Texts("Tavoite ja perustiedot", "Mål och grunduppgifter", "Goal and basic data"),
    "osaaminen": Texts(
        "Aiemmin hankittu osaaminen", "Tidigare förvärvat kunnande", "Prior learning"
    ),
    "aikajana": Texts("Aikajana", "Tidslinje", "Timeline"),
    "not_yet": Texts("Ei vielä", "Inte ännu", "Not yet"),
    "tarve_unknown": Texts("Ei tiedossa", "Inte känt", "Not known"),
    "tutkintonimike": Texts("Tutkintonimike", "Examensbenämning", "Title"),
    "laajuus": Texts("Laajuus", "Omfattning", "Extent"),
    "no_laajuus": Texts("Ei tiedossa", "Inte känd", "Not known"),
    "tunnustettu": Texts("Tunnustettu", "Erkänt", "Recognised"),
    "puuttuu": Texts("Ei vielä suunniteltu", "Inte ännu planerat", "Not planned yet"),
    "requirements": Texts(
        "Ammattitaitovaatimukset ja arviointikriteerit",
        "Krav på yrkesskicklighet och bedömningskriterier",
        "Requirements and assessment criteria",
    ),
    "in_eperusteet": Texts("Osa ePerusteissa", "Delen i ePerusteet", "The part in ePerusteet"),
    "raja_alku": Texts("Opiskeluoikeus alkaa", "Studierätten börjar", "The study right begins"),
    "raja_loppu": Texts(
        "Opiskeluoikeuden arvioitu loppu",
        "Studierättens beräknade slut",
        "Estimated end of the study right",
    ),
    "osaaminen_rule": Texts(
        "Tähän tallennetaan vain se aiemmin hankittu osaaminen, joka kuuluu nykyiseen "
        "tavoitteeseen. Missä ja milloin osaaminen alun perin hankittiin, sitä ei tallenneta.",
        "Här sparas endast sådant tidigare förvärvat kunnande som hör till det nuvarande målet. "
        "Var och när kunnandet ursprungligen förvärvades sparas inte.",
        "Only prior learning that belongs to the present goal is recorded here. Where and when it "
        "was first acquired is not recorded.",
    ),
    "what_here": Texts("Mitä tässä on?", "Vad finns här?", "What is here?"),
    "yes": Texts("Kyllä", "Ja", "Yes"),
    "no": Texts("Ei", "Nej", "No"),
    "none_stored": Texts(
        "Tietoa ei ole tallennettu", "Uppgifter har inte sparats", "No information saved"
    ),
    "tutkinto": Texts(
        "Tutkinto tai koulutus", "Examen eller utbildning", "Qualification or training"
    ),
    "osaamisala": Texts("Osaamisala", "Kompetensområde", "Competence area"),
    "school": Texts("Oppilaitos", "Läroanstalt", "School"),
    "person": Texts("Henkilötiedot", "Personuppgifter", "Personal data"),
    "name": Texts("Nimi", "Namn", "Name"),
    "osoite": Texts("Osoite", "Adress", "Address"),
    "postiosoite": Texts("Postiosoite", "Postadress", "Postal address"),
    "kotikunta": Texts("Kotikunta", "Hemkommun", "Municipality of residence"),
    "onr_turvakielto": Texts(
        "Ei näytetä, koska opiskelijalla on turvakielto",
        "Visas inte, eftersom den studerande har spärrmarkering",
        "Not shown: the student is under a non-disclosure order",
    ),
    "onr_ei_saatu": Texts(
        "Ei saatu Oppijanumerorekisteristä, yritä myöhemmin uudelleen",
        "Kunde inte hämtas från Studentnummerregistret, försök senare på nytt",
        "Could not be had from the National Learner ID Register, try again later",
    ),
    "source_typed": Texts("Syötetty käsin eHOKSiin", "Manuellt inmatad i ePUK", "Typed into eHOKS"),
    "source_sent": Texts(
        "Siirretty oppilaitoksen järjestelmästä",
        "Överförd från läroanstaltens system",
        "Sent from the school's system",
    ),
    "progress": Texts("Opintojen eteneminen", "Framsteg i studierna", "Progress of studies"),
    "progress_rule": Texts(
        "Osa on valmis, kun sen viimeisestä näytöstä on kulunut vähintään 14 päivää. Se on "
        "aikataulutettu, kun sille on sovittu osaamisen hankkimistapa tai näyttö, ja valittu, kun "
        "mitään ei ole vielä sovittu.",
        "En del är färdig då minst 14 dagar har gått sedan dess sista yrkesprov. Den är "
        "schemalagd då ett sätt att förvärva kunnandet eller ett yrkesprov har avtalats, och vald "
        "då inget ännu har avtalats.",
        "A part is done when at least 14 days have gone since its last demonstration. It is "
        "scheduled when a way of acquiring the competence or a demonstration is agreed, and "
        "chosen when nothing is agreed yet.",
    ),
    "how_told": Texts(
        "Mistä tila tulee?", "Varifrån kommer läget?", "Where does the state come from?"
    ),
    "suunniteltu": Texts("Valitut", "Valda", "Chosen"),
    "aikataulutettu": Texts("Aikataulutetut", "Schemalagda", "Scheduled"),
    "valmis": Texts("Valmiit", "Färdiga", "Done"),
    "one_suunniteltu": Texts("Valittu", "Vald", "Chosen"),
    "one_aikataulutettu": Texts("Aikataulutettu", "Schemalagd", "Scheduled"),
    "one_valmis": Texts("Valmis", "Färdig", "Done"),
    "parts": Texts("osaa", "delar", "parts"),
    "empty_group": Texts(
        "Ei osia tässä tilassa.", "Inga delar i detta läge.", "No parts in this state."
    ),
    "hours": Texts(
        "Opetusta ja ohjausta yhteensä",
        "Undervisning och handledning sammanlagt",
        "Teaching and guidance in all",
    ),
    "points": Texts(
        "Suunniteltu {kaikki} {yksikko}, josta valmiina {valmis} {yksikko}.",
        "Planerat {kaikki} {yksikko}, varav {valmis} {yksikko} är färdigt.",
        "Planned {kaikki} {yksikko}, of which {valmis} {yksikko} are done.",
    ),
    "points_recognised": Texts(
        "Lisäksi aiemmin hankittua osaamista on tunnustettu {tunnustettu} {yksikko}.",
        "Dessutom har {tunnustettu} {yksikko} tidigare förvärvat kunnande erkänts.",
        "Besides, {tunnustettu} {yksikko} of prior learning have been recognised.",
    ),
    "points_target": Texts(
        "Yhteensä {kaikki} {yksikko}, kun koko laajuus on {tavoite} {yksikko}.",
        "Sammanlagt {kaikki} {yksikko}, då hela omfattningen är {tavoite} {yksikko}.",
        "In all {kaikki} {yksikko}, while the whole extent is {tavoite} {yksikko}.",
    ),
    "points_unknown": Texts(
        "Osia, joiden laajuus ei ole tiedossa: {n}.",
        "Delar vars omfattning inte är känd: {n}.",
        "Parts whose extent is not known: {n}.",
    ),
    "points_over": Texts(
        "Suunnitelma ylittää tutkinnon laajuuden. Jos ylittävä tutkinnon osa "
        "jää kokonaan laajuuden ulkopuolelle, sille tehdään oma opiskeluoikeus ja HOKS.",
        "Planen överskrider examens omfattning. Om den överskridande examensdelen "
        "helt faller utanför omfattningen görs en egen studierätt och PUK för den.",
        "The plan exceeds the extent of the qualification. A unit that lies wholly "
        "beyond it has a study right and a HOKS of its own.",
    ),
    "h": Texts("tuntia", "timmar", "hours"),
    "next_up": Texts("Seuraavaksi", "Härnäst", "What comes next"),
    "goes_on": Texts("nyt käynnissä", "pågår nu", "going on now"),
    "osp": Texts("osp", "kp", "cp"),
    "weeks": Texts("viikkoa", "veckor", "weeks"),
    "of_unit": Texts("Osa-alue tutkinnon osassa", "Delområde i examensdelen", "Subject area of"),
    "olennainen": Texts(
        "Osassa on olennaisia seikkoja, jotka on hyvä ottaa huomioon.",
        "Delen innehåller väsentliga omständigheter att beakta.",
        "This part has essential points to take into account.",
    ),
    "prosessi_0001": Texts(
        "Osaaminen tunnustettu suoraan", "Kunnandet har erkänts direkt", "Recognised directly"
    ),
    "prosessi_0002": Texts(
        "Lähetetty arvioitavaksi", "Skickat för bedömning", "Sent to be assessed"
    ),
    "prosessi_0003": Texts(
        "Ohjattu näyttöön", "Hänvisad till yrkesprov", "Directed to a demonstration"
    ),
    "no_aiemmat": Texts(
        "Aiemmin hankittua osaamista ei ole tallennettu.",
        "Inget tidigare förvärvat kunnande har sparats.",
        "No prior learning has been recorded.",
    ),
    "no_tuki": Texts("Ei oppimisen tukea.", "Inget stöd för lärandet.", "No support for learning."),
    "no_opinnot": Texts(
        "Ei opiskeluvalmiuksia tukevia opintoja.",
        "Inga studier som stöder studiefärdigheterna.",
        "No studies that support study skills.",
    ),
    "as_table": Texts("Näytä taulukkona", "Visa som tabell", "Show as a table"),
    "timeline_of": Texts(
        "Aikajana {alku} – {loppu}", "Tidslinje {alku} – {loppu}", "Timeline {alku} – {loppu}"
    ),
    "timeline_desc": Texts(
        "Samat tiedot ovat taulukkona kuvan alla.",
        "Samma uppgifter finns i en tabell under bilden.",
        "The same facts are in a table below the picture.",
    ),
    "no_dates": Texts(
        "Suunnitelmassa ei ole vielä päivämääriä.",
        "Planen har inga datum ännu.",
        "The plan has no dates yet.",
    ),
    "without_dates": Texts("Ei aikataulua", "Inget schema", "No schedule"),
    "today": Texts("tänään", "i dag", "today"),
    "osa": Texts("Tutkinnon osa", "Examensdel", "Unit"),
    "kind": Texts("Tyyppi", "Typ", "Kind"),
    "when": Texts("Ajankohta", "Tidpunkt", "When"),
    "laji_tyopaikka": Texts(
        "Työpaikalla oppiminen", "Lärande på arbetsplatsen", "Learning at work"
    ),
    "laji_muu": Texts(
        "Muu osaamisen hankkiminen", "Annat förvärvande av kunnande", "Other learning"
    ),
    "laji_tuki": Texts("Tukevat opinnot", "Stödjande studier", "Supporting studies"),
    "print": Texts("Tulosta", "Skriv ut", "Print"),
    "pdf": Texts("Lataa PDF (suomeksi)", "Ladda ner PDF (på svenska)", "Download PDF (in English)"),
    "document": Texts(
        "Henkilökohtainen osaamisen kehittämissuunnitelma",
        "Personlig utvecklingsplan för kunnandet",
        "Personal competence development plan",
    ),
    "retrieved": Texts(
        "Tiedot haettu eHOKS-palvelusta {aika}.",
        "Uppgifterna hämtades ur tjänsten ePUK {aika}.",
        "Retrieved from the eHOKS service {aika}.",
    ),
    "no_name": Texts("Nimi ei saatavilla", "Namnet är inte tillgängligt", "Name not available"),
}
