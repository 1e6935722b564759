import django.db.models.deletion
from django.db import migrations, models

# What each row of the list must be. Names are cut: an index entry has an end.
MALLI = """
CREATE FUNCTION suomen_jarjestys(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT translate(lower($1), 'åäöéèêëáàâüúùûóòôíìîñšžčç', '{|}eeeeaaauuuuoooiiinszcc')
$$;

CREATE VIEW hakurivit_malli AS
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
       h.oppija_oid, h.opiskeluoikeus_oid
  FROM hoksit h
  LEFT JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid
  LEFT JOIN oppijat p ON p.oid = h.oppija_oid
 CROSS JOIN LATERAL (SELECT coalesce(o.tutkinto_nimi ->> 'fi', '') AS fi) n;
"""

# Each trigger changes only what comes from its own table: of two at once, none undoes the other.
COLUMNS = (
    "hoks_id, oppilaitos_oid, arkistoitu, paattynyt, kasin, nimi, nimi_haku, "
    "tutkinto_fi, tutkinto_sv, tutkinto_en, tutkinto_haku"
)
TRIGGERS = f"""
CREATE FUNCTION hakurivit_hoksista() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO hakurivit ({COLUMNS})
    SELECT {COLUMNS} FROM hakurivit_malli WHERE hoks_id = NEW.id
    ON CONFLICT (hoks_id) DO UPDATE
    SET oppilaitos_oid = excluded.oppilaitos_oid, arkistoitu = excluded.arkistoitu,
        paattynyt = excluded.paattynyt, kasin = excluded.kasin, nimi = excluded.nimi,
        nimi_haku = excluded.nimi_haku, tutkinto_fi = excluded.tutkinto_fi,
        tutkinto_sv = excluded.tutkinto_sv, tutkinto_en = excluded.tutkinto_en,
        tutkinto_haku = excluded.tutkinto_haku;
    RETURN NULL;
END $$;

CREATE FUNCTION hakurivit_oikeudesta() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE hakurivit r
       SET oppilaitos_oid = m.oppilaitos_oid, paattynyt = m.paattynyt,
           tutkinto_fi = m.tutkinto_fi, tutkinto_sv = m.tutkinto_sv, tutkinto_en = m.tutkinto_en,
           tutkinto_haku = m.tutkinto_haku
      FROM hakurivit_malli m
     WHERE m.opiskeluoikeus_oid = coalesce(NEW.oid, OLD.oid) AND r.hoks_id = m.hoks_id;
    RETURN NULL;
END $$;

CREATE FUNCTION hakurivit_oppijasta() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE hakurivit r SET nimi = m.nimi, nimi_haku = m.nimi_haku
      FROM hakurivit_malli m
     WHERE m.oppija_oid = coalesce(NEW.oid, OLD.oid) AND r.hoks_id = m.hoks_id;
    RETURN NULL;
END $$;

CREATE FUNCTION hakurivit_pois() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM hakurivit WHERE hoks_id = OLD.id;
    RETURN NULL;
END $$;

CREATE TRIGGER hakurivit_pois AFTER DELETE ON hoksit
    FOR EACH ROW EXECUTE FUNCTION hakurivit_pois();
CREATE TRIGGER hakurivit_uusi AFTER INSERT ON hoksit
    FOR EACH ROW EXECUTE FUNCTION hakurivit_hoksista();
CREATE TRIGGER hakurivit_muutos AFTER UPDATE ON hoksit FOR EACH ROW
    WHEN ((OLD.oppija_oid, OLD.opiskeluoikeus_oid, OLD.deleted_at IS NULL, OLD.manuaalisyotto)
          IS DISTINCT FROM
          (NEW.oppija_oid, NEW.opiskeluoikeus_oid, NEW.deleted_at IS NULL, NEW.manuaalisyotto))
    EXECUTE FUNCTION hakurivit_hoksista();
CREATE TRIGGER hakurivit_uusi AFTER INSERT OR DELETE ON opiskeluoikeudet
    FOR EACH ROW EXECUTE FUNCTION hakurivit_oikeudesta();
CREATE TRIGGER hakurivit_muutos AFTER UPDATE ON opiskeluoikeudet FOR EACH ROW
    WHEN ((OLD.oppilaitos_oid, OLD.tila, OLD.paattymispaiva, OLD.tutkinto_nimi, OLD.osaamisala_nimi)
          IS DISTINCT FROM
          (NEW.oppilaitos_oid, NEW.tila, NEW.paattymispaiva, NEW.tutkinto_nimi, NEW.osaamisala_nimi))
    EXECUTE FUNCTION hakurivit_oikeudesta();
CREATE TRIGGER hakurivit_uusi AFTER INSERT OR DELETE ON oppijat
    FOR EACH ROW EXECUTE FUNCTION hakurivit_oppijasta();
CREATE TRIGGER hakurivit_muutos AFTER UPDATE ON oppijat FOR EACH ROW
    WHEN ((OLD.nimi, OLD.sukunimi) IS DISTINCT FROM (NEW.nimi, NEW.sukunimi))
    EXECUTE FUNCTION hakurivit_oppijasta();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('hoks', '0005_elinkaari'),
        ('oppijaindex', '0002_sukunimi'),
    ]

    operations = [
        migrations.CreateModel(
            name='HakuRivi',
            fields=[
                ('hoks', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to='hoks.hoks')),
                ('oppilaitos_oid', models.CharField(max_length=256, null=True)),
                ('arkistoitu', models.BooleanField()),
                ('paattynyt', models.BooleanField()),
                ('kasin', models.BooleanField()),
                ('nimi', models.TextField()),
                ('nimi_haku', models.TextField()),
                ('tutkinto_fi', models.TextField()),
                ('tutkinto_sv', models.TextField()),
                ('tutkinto_en', models.TextField()),
                ('tutkinto_haku', models.TextField()),
            ],
            options={
                'db_table': 'hakurivit',
                'indexes': [models.Index(fields=['oppilaitos_oid', 'arkistoitu', 'paattynyt', 'nimi', 'hoks'], include=('nimi_haku', 'tutkinto_haku', 'kasin'), name='hakurivit_lista')],
            },
        ),
        migrations.RunSQL(MALLI),
        migrations.RunSQL(TRIGGERS),
    ]
