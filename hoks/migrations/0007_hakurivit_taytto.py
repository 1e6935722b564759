from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

COLUMNS = (
    "hoks_id, oppilaitos_oid, arkistoitu, paattynyt, kasin, nimi, nimi_haku, "
    "tutkinto_fi, tutkinto_sv, tutkinto_en, tutkinto_haku"
)
# Plans that were there before the triggers. What changes meanwhile is put right by the second look.
FILL = f"""
INSERT INTO hakurivit ({COLUMNS}) SELECT {COLUMNS} FROM hakurivit_malli ON CONFLICT DO NOTHING
"""
AGAIN = f"""
INSERT INTO hakurivit ({COLUMNS})
SELECT {COLUMNS} FROM hakurivit_malli EXCEPT SELECT {COLUMNS} FROM hakurivit
ON CONFLICT (hoks_id) DO UPDATE
SET ({COLUMNS}) = ({", ".join(f"excluded.{c}" for c in COLUMNS.split(", "))})
"""


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('hoks', '0006_hakurivit'),
    ]

    operations = [
        migrations.RunSQL(FILL, elidable=True),
        migrations.RunSQL(AGAIN, elidable=True),
        AddIndexConcurrently(
            model_name='osaamisenhankkimistapa',
            index=models.Index(condition=models.Q(('hankkimistapa_koodi_uri__in', ('osaamisenhankkimistapa_koulutussopimus', 'osaamisenhankkimistapa_oppisopimus'))), fields=['hoks', 'loppu'], name='hankkimistavat_hoksin_jaksot'),
        ),
    ]
