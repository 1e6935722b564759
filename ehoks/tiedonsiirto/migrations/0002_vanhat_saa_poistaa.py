"""Rows older than the reports look back may go; younger ones stay, and none is ever changed."""

from django.db import migrations

OLD_MAY_GO = """
CREATE FUNCTION tiedonsiirto_nuori_pysyy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.aika > now() - interval '729 days' THEN
        RAISE EXCEPTION 'the transfer log is append-only';
    END IF;
    RETURN OLD;
END $$;
DROP TRIGGER tiedonsiirto_append_only ON tiedonsiirrot;
CREATE TRIGGER tiedonsiirto_append_only BEFORE UPDATE ON tiedonsiirrot
    FOR EACH STATEMENT EXECUTE FUNCTION tiedonsiirto_append_only();
CREATE TRIGGER tiedonsiirto_nuori_pysyy BEFORE DELETE ON tiedonsiirrot
    FOR EACH ROW EXECUTE FUNCTION tiedonsiirto_nuori_pysyy();
"""
NONE_MAY_GO = """
DROP TRIGGER tiedonsiirto_nuori_pysyy ON tiedonsiirrot;
DROP FUNCTION tiedonsiirto_nuori_pysyy;
DROP TRIGGER tiedonsiirto_append_only ON tiedonsiirrot;
CREATE TRIGGER tiedonsiirto_append_only BEFORE UPDATE OR DELETE ON tiedonsiirrot
    FOR EACH STATEMENT EXECUTE FUNCTION tiedonsiirto_append_only();
"""


class Migration(migrations.Migration):

    dependencies = [("tiedonsiirto", "0001_initial")]

    operations = [migrations.RunSQL(OLD_MAY_GO, NONE_MAY_GO)]
