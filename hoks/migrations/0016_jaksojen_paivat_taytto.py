from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

# As in 0014: so many plans at a time, and each time a transaction of its own.
FILL = """
DO $$
DECLARE
    alku bigint := 0;
    viimeinen bigint := (SELECT coalesce(max(hoks_id), -1) FROM hakurivit);
BEGIN
    WHILE alku <= viimeinen LOOP
        UPDATE hakurivit r
           SET jaksot_alkaen = m.jaksot_alkaen, jaksot_asti = m.jaksot_asti
          FROM hakurivit_malli m
         WHERE m.hoks_id = r.hoks_id
           AND r.hoks_id BETWEEN alku AND alku + 999 AND m.hoks_id BETWEEN alku AND alku + 999
           AND (r.jaksot_alkaen, r.jaksot_asti)
               IS DISTINCT FROM (m.jaksot_alkaen, m.jaksot_asti);
        COMMIT;
        alku := alku + 1000;
    END LOOP;
END $$
"""


class Migration(migrations.Migration):
    """What changes while it is filled is put right by the second look, as in 0007."""

    atomic = False

    dependencies = [("hoks", "0015_jaksojen_paivat")]

    operations = [
        migrations.RunSQL(FILL, elidable=True),
        migrations.RunSQL(FILL, elidable=True),
        AddIndexConcurrently(
            model_name="hakurivi",
            index=models.Index(
                fields=["oppilaitos_oid", "jaksot_asti"],
                include=["jaksot_alkaen", "arkistoitu", "hoks"],
                name="hakurivit_jaksot",
            ),
        ),
    ]
