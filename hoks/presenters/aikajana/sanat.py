"""The words of a timeline: its kinds of rows and bars, what it counts, warns of and is limited to."""

from ehoks.common.texts import Texts

AIKAJANA = {
    # Groups of rows
    "ryhma_ammatillinen": Texts(
        "Ammatilliset tutkinnon osat", "Yrkesinriktade examensdelar", "Vocational units"
    ),
    "ryhma_osa-alue": Texts("Yhteiset tutkinnon osat", "Gemensamma examensdelar", "Common units"),
    "ryhma_paikallinen": Texts("Paikalliset tutkinnon osat", "Lokala examensdelar", "Local units"),
    "ryhma_koulutuksen-osa": Texts("Koulutuksen osat", "Delar av utbildningen", "Training parts"),
    "ryhma_tuki": Texts("Tukevat opinnot", "Stödjande studier", "Supporting studies"),
    # Signs that the legend explains beside the kinds of bars
    "laji_tauko": Texts("Keskeytys", "Avbrott", "Interruption"),
    "laji_ymparisto": Texts("Muu oppimisympäristö", "Annan lärmiljö", "Other learning environment"),
    "laji_jatkuu": Texts(
        "Jatkuu kuvan ulkopuolella", "Fortsätter utanför bilden", "Goes on outside the picture"
    ),
    "laji_ulkona": Texts(
        "Opiskeluoikeuden ulkopuolella", "Utanför studierätten", "Outside the study right"
    ),
    # The table
    "tila": Texts("Tila", "Läge", "State"),
    "jatkuu_alku": Texts(
        "Alkaa ennen tätä lukuvuotta", "Börjar före detta läsår", "Begins before this school year"
    ),
    "jatkuu_loppu": Texts(
        "Jatkuu tämän lukuvuoden jälkeen",
        "Fortsätter efter detta läsår",
        "Goes on after this school year",
    ),
    "ulkona_alku": Texts(
        "Alkaa ennen opiskeluoikeutta",
        "Börjar före studierätten",
        "Begins before the study right",
    ),
    "ulkona_loppu": Texts(
        "Päättyy opiskeluoikeuden jälkeen",
        "Slutar efter studierätten",
        "Ends after the study right",
    ),
    # What there is in it
    "n_osa_one": Texts("1 tutkinnon osa", "1 examensdel", "1 unit"),
    "n_osa": Texts("{n} tutkinnon osaa", "{n} examensdelar", "{n} units"),
    "n_alue_one": Texts("1 osa-alue", "1 delområde", "1 subject area"),
    "n_alue": Texts("{n} osa-aluetta", "{n} delområden", "{n} subject areas"),
    "n_koulutus_one": Texts("1 koulutuksen osa", "1 del av utbildningen", "1 training part"),
    "n_koulutus": Texts("{n} koulutuksen osaa", "{n} delar av utbildningen", "{n} training parts"),
    "n_tyopaikka_one": Texts("1 työpaikkajakso", "1 arbetsplatsperiod", "1 workplace period"),
    "n_tyopaikka": Texts("{n} työpaikkajaksoa", "{n} arbetsplatsperioder", "{n} workplace periods"),
    "n_naytto_one": Texts("1 näyttö", "1 yrkesprov", "1 demonstration"),
    "n_naytto": Texts("{n} näyttöä", "{n} yrkesprov", "{n} demonstrations"),
    "warning_one": Texts(
        "1 jakso on osin tai kokonaan opiskeluoikeuden ulkopuolella.",
        "1 period ligger delvis eller helt utanför studierätten.",
        "1 period lies partly or wholly outside the study right.",
    ),
    "warning": Texts(
        "{n} jaksoa on osin tai kokonaan opiskeluoikeuden ulkopuolella.",
        "{n} perioder ligger delvis eller helt utanför studierätten.",
        "{n} periods lie partly or wholly outside the study right.",
    ),
    "warning_cure": Texts(
        "Jos jakson päivät ovat väärin, oppilaitos korjaa ne HOKSiin; jos opiskeluoikeuden päivät "
        "ovat väärin, oppilaitos korjaa ne opiskelijahallintojärjestelmässä, josta ne siirtyvät "
        "Koskeen.",
        "Om periodens datum är fel rättar läroanstalten dem i PUK; om studierättens datum är fel "
        "rättar läroanstalten dem i sitt studieadministrativa system, varifrån de överförs till "
        "Koski.",
        "If the dates of the period are wrong, the school corrects them in the HOKS; if those of "
        "the study right are, the school corrects them in its student administration system, "
        "which sends them to Koski.",
    ),
    # The window
    "limit": Texts("Aikajanan rajaus", "Avgränsning av tidslinjen", "What the timeline shows"),
    "whole": Texts("Koko suunnitelma", "Hela planen", "The whole plan"),
    "school_year": Texts("Lukuvuosi {nimi}", "Läsåret {nimi}", "School year {nimi}"),
    "nothing_then": Texts(
        "Tälle ajalle ei ole suunniteltu mitään.",
        "Inget har planerats för den här tiden.",
        "Nothing is planned for this time.",
    ),
    "part_when": Texts(
        "Osan ajat suunnitelman aikajanalla",
        "Delens tider på planens tidslinje",
        "When this part is, on the timeline of the plan",
    ),
}
