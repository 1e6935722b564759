from django.db import migrations

# W stands among v, ü among y, æ and ø with ä and ö; the same keys as of ehoks.common.aakkoset.
FUNCTION = """
CREATE OR REPLACE FUNCTION suomen_jarjestys(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT translate(lower($1), 'åäæöøõwüűÿýéèêëęáàâãąúùûůóòôőíìîïñńňšśžźżčçćđðłřťď',
                                '{||}}}vyyyyeeeeeaaaaauuuuooooiiiinnnsszzzcccddlrtd')
$$
"""
ROWS = """
UPDATE hakurivit r
   SET nimi = m.nimi, tutkinto_fi = m.tutkinto_fi, tutkinto_sv = m.tutkinto_sv,
       tutkinto_en = m.tutkinto_en
  FROM hakurivit_malli m
 WHERE m.hoks_id = r.hoks_id
   AND (r.nimi, r.tutkinto_fi, r.tutkinto_sv, r.tutkinto_en)
       IS DISTINCT FROM (m.nimi, m.tutkinto_fi, m.tutkinto_sv, m.tutkinto_en)
"""


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('hoks', '0008_muistutustilaukset'),
    ]

    operations = [
        migrations.RunSQL(FUNCTION),
        migrations.RunSQL(ROWS, elidable=True),
    ]
