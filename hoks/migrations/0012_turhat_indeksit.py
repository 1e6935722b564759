import django.db.models.deletion
from django.db import migrations, models

# Each of these tables has another index that begins with the plan; one more only makes writes
# dearer, and the planner take the wrong one.
TURHAT = {
    "aiemmin_hankitut_osat": "aiemmin_hankitut_osat_hoks_id_4194e052",
    "hankittavat_osat": "hankittavat_osat_hoks_id_0deccf7a",
    "hoks_versiot": "hoks_versiot_hoks_id_98b22e4e",
    "osaamisen_hankkimistavat": "osaamisen_hankkimistavat_hoks_id_7d3cf342",
}


def key(**options):
    return models.ForeignKey(
        db_index=False, on_delete=django.db.models.deletion.CASCADE, to="hoks.hoks", **options
    )


class Migration(migrations.Migration):
    """Indexes go beside the work: each statement is its own transaction."""

    atomic = False

    dependencies = [("hoks", "0011_selvitysviestit")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    f'DROP INDEX CONCURRENTLY IF EXISTS "{index}"',
                    f'CREATE INDEX CONCURRENTLY IF NOT EXISTS "{index}" ON "{table}" ("hoks_id")',
                )
                for table, index in TURHAT.items()
            ],
            state_operations=[
                migrations.AlterField("aiemminhankittuosa", "hoks", key()),
                migrations.AlterField("hankittavaosa", "hoks", key()),
                migrations.AlterField("hoksversio", "hoks", key(related_name="versiot")),
                migrations.AlterField("osaamisenhankkimistapa", "hoks", key()),
            ],
        )
    ]
