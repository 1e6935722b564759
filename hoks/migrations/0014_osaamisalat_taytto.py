from django.db import migrations

# Rows that were there before the columns, so many at a time and each time a transaction of its own:
# whoever changes a study right meanwhile waits for no more than that.
FILL = """
DO $$
DECLARE
    alku bigint := 0;
    viimeinen bigint := (SELECT coalesce(max(hoks_id), -1) FROM hakurivit);
BEGIN
    WHILE alku <= viimeinen LOOP
        UPDATE hakurivit r
           SET osaamisala_fi = m.osaamisala_fi, osaamisala_sv = m.osaamisala_sv,
               osaamisala_en = m.osaamisala_en
          FROM hakurivit_malli m
         WHERE m.hoks_id = r.hoks_id
           AND r.hoks_id BETWEEN alku AND alku + 999 AND m.hoks_id BETWEEN alku AND alku + 999
           AND (r.osaamisala_fi, r.osaamisala_sv, r.osaamisala_en)
               IS DISTINCT FROM (m.osaamisala_fi, m.osaamisala_sv, m.osaamisala_en);
        COMMIT;
        alku := alku + 1000;
    END LOOP;
END $$
"""


class Migration(migrations.Migration):
    """What changes while it is filled is put right by the second look, as in 0007."""

    atomic = False

    dependencies = [("hoks", "0013_osaamisalat")]

    operations = [
        migrations.RunSQL(FILL, elidable=True),
        migrations.RunSQL(FILL, elidable=True),
    ]
