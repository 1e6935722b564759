from django.db import migrations, models

# As in 0006; the competence area stands last, where a view takes new columns.
MALLI = """
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
       suomen_jarjestys(coalesce(nullif(o.osaamisala_nimi ->> 'en', ''), n.ala)) AS osaamisala_en
  FROM hoksit h
  LEFT JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid
  LEFT JOIN oppijat p ON p.oid = h.oppija_oid
 CROSS JOIN LATERAL (SELECT coalesce(o.tutkinto_nimi ->> 'fi', '') AS fi,
                            coalesce(o.osaamisala_nimi ->> 'fi', '') AS ala) n;
"""

COLUMNS = (
    "hoks_id, oppilaitos_oid, arkistoitu, paattynyt, kasin, nimi, nimi_haku, "
    "tutkinto_fi, tutkinto_sv, tutkinto_en, tutkinto_haku, "
    "osaamisala_fi, osaamisala_sv, osaamisala_en"
)
FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION hakurivit_hoksista() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO hakurivit ({COLUMNS})
    SELECT {COLUMNS} FROM hakurivit_malli WHERE hoks_id = NEW.id
    ON CONFLICT (hoks_id) DO UPDATE
    SET oppilaitos_oid = excluded.oppilaitos_oid, arkistoitu = excluded.arkistoitu,
        paattynyt = excluded.paattynyt, kasin = excluded.kasin, nimi = excluded.nimi,
        nimi_haku = excluded.nimi_haku, tutkinto_fi = excluded.tutkinto_fi,
        tutkinto_sv = excluded.tutkinto_sv, tutkinto_en = excluded.tutkinto_en,
        tutkinto_haku = excluded.tutkinto_haku, osaamisala_fi = excluded.osaamisala_fi,
        osaamisala_sv = excluded.osaamisala_sv, osaamisala_en = excluded.osaamisala_en;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION hakurivit_oikeudesta() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE hakurivit r
       SET oppilaitos_oid = m.oppilaitos_oid, paattynyt = m.paattynyt,
           tutkinto_fi = m.tutkinto_fi, tutkinto_sv = m.tutkinto_sv, tutkinto_en = m.tutkinto_en,
           tutkinto_haku = m.tutkinto_haku, osaamisala_fi = m.osaamisala_fi,
           osaamisala_sv = m.osaamisala_sv, osaamisala_en = m.osaamisala_en
      FROM hakurivit_malli m
     WHERE m.opiskeluoikeus_oid = coalesce(NEW.oid, OLD.oid) AND r.hoks_id = m.hoks_id;
    RETURN NULL;
END $$;
"""


def column(kieli):
    """Empty in the rows that are there, without touching them; the next migration fills it."""
    return migrations.AddField("hakurivi", f"osaamisala_{kieli}", models.TextField(db_default=""))


class Migration(migrations.Migration):

    dependencies = [("hoks", "0012_turhat_indeksit")]

    operations = [
        *map(column, ("fi", "sv", "en")),
        migrations.RunSQL(MALLI),
        migrations.RunSQL(FUNCTIONS),
    ]
