from django.db import migrations, models

AT_WORK = "'osaamisenhankkimistapa_koulutussopimus', 'osaamisenhankkimistapa_oppisopimus'"


def day(function):
    """The first or the last day on which a period at a workplace ends; the index tells it at once."""
    return (
        f"(SELECT {function}(t.loppu) FROM osaamisen_hankkimistavat t WHERE t.hoks_id = h.id"
        f" AND t.hankkimistapa_koodi_uri IN ({AT_WORK}))"
    )


# As in 0013, and two more columns at the end.
MALLI = f"""
CREATE OR REPLACE VIEW hakurivit_malli AS
SELECT h.id AS hoks_id, o.oppilaitos_oid, h.deleted_at IS NOT NULL AS arkistoitu,
       coalesce(o.tila IN ('eronnut', 'katsotaaneronneeksi', 'peruutettu', 'valmistunut')
                OR o.paattymispaiva IS NOT NULL, false) AS paattynyt,
       h.manuaalisyotto AS kasin,
       left(suomen_jarjestys(coalesce(p.sukunimi, '') || ' ' || coalesce(p.nimi, '')), 100) AS nimi,
       left(lower(coalesce(p.nimi, '')), 100) AS nimi_haku,
       suomen_jarjestys(n.fi) AS tutkinto_fi,
       suomen_jarjestys(coalesce(nullif(o.tutkinto_nimi ->> 'sv', ''), n.fi)) AS tutkinto_sv,
       suomen_jarjestys(coalesce(nullif(o.tutkinto_nimi ->> 'en', ''), n.fi)) AS tutkinto_en,
       left(lower(concat_ws(' ', o.tutkinto_nimi ->> 'fi', o.osaamisala_nimi ->> 'fi',
                            o.tutkinto_nimi ->> 'sv', o.osaamisala_nimi ->> 'sv',
                            o.tutkinto_nimi ->> 'en', o.osaamisala_nimi ->> 'en')), 380)
           AS tutkinto_haku,
       h.oppija_oid, h.opiskeluoikeus_oid,
       suomen_jarjestys(n.ala) AS osaamisala_fi,
       suomen_jarjestys(coalesce(nullif(o.osaamisala_nimi ->> 'sv', ''), n.ala)) AS osaamisala_sv,
       suomen_jarjestys(coalesce(nullif(o.osaamisala_nimi ->> 'en', ''), n.ala)) AS osaamisala_en,
       {day("min")} AS jaksot_alkaen,
       {day("max")} AS jaksot_asti
  FROM hoksit h
  LEFT JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid
  LEFT JOIN oppijat p ON p.oid = h.oppija_oid
 CROSS JOIN LATERAL (SELECT coalesce(o.tutkinto_nimi ->> 'fi', '') AS fi,
                            coalesce(o.osaamisala_nimi ->> 'fi', '') AS ala) n;
"""

# A save writes the periods of a plan in one statement or two, so a look once a statement is enough.
# Plan by plan: the planner cannot know how many rows a statement will touch.
TRIGGERS = """
CREATE FUNCTION hakurivit_jaksoista() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    hoks bigint;
BEGIN
    FOR hoks IN SELECT DISTINCT hoks_id FROM rivit LOOP
        UPDATE hakurivit r SET jaksot_alkaen = m.jaksot_alkaen, jaksot_asti = m.jaksot_asti
          FROM hakurivit_malli m
         WHERE r.hoks_id = hoks AND m.hoks_id = hoks
           AND (r.jaksot_alkaen, r.jaksot_asti)
               IS DISTINCT FROM (m.jaksot_alkaen, m.jaksot_asti);
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER hakurivit_uusi AFTER INSERT ON osaamisen_hankkimistavat
    REFERENCING NEW TABLE AS rivit FOR EACH STATEMENT EXECUTE FUNCTION hakurivit_jaksoista();
CREATE TRIGGER hakurivit_muutos AFTER UPDATE ON osaamisen_hankkimistavat
    REFERENCING NEW TABLE AS rivit FOR EACH STATEMENT EXECUTE FUNCTION hakurivit_jaksoista();
CREATE TRIGGER hakurivit_pois AFTER DELETE ON osaamisen_hankkimistavat
    REFERENCING OLD TABLE AS rivit FOR EACH STATEMENT EXECUTE FUNCTION hakurivit_jaksoista();
"""


class Migration(migrations.Migration):
    """The days come empty, without touching the rows that are there; the next migration fills them."""

    dependencies = [("hoks", "0014_osaamisalat_taytto")]

    operations = [
        migrations.AddField("hakurivi", "jaksot_alkaen", models.DateField(null=True)),
        migrations.AddField("hakurivi", "jaksot_asti", models.DateField(null=True)),
        migrations.RunSQL(MALLI),
        migrations.RunSQL(TRIGGERS),
    ]
