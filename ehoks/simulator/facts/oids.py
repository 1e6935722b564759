"""New identifiers for the demo, with their check digits right."""

from ehoks.common.tunnisteet import ibm_1_3_7, luhn


def henkilo_oid(body: int) -> str:
    """The person OID whose last part begins with these ten digits."""
    return f"1.2.246.562.24.{body}{ibm_1_3_7(str(body))}"


def opiskeluoikeus_oid(body: int) -> str:
    """The study right OID whose last part begins with these ten digits."""
    return f"1.2.246.562.15.{body}{luhn(str(body))}"
