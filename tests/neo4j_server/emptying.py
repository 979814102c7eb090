"""Empties a running Neo4j between tests."""

import neo4j

from graph.stores.neo4j.address import parse_address

_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"


def emptied(url: str) -> str:
    """The URL, once nothing is left in its database."""
    address = parse_address(url)
    with (
        neo4j.GraphDatabase.driver(address.uri, auth=address.credentials) as driver,
        driver.session(database=address.database) as session,
    ):
        session.run(_EMPTY).consume()
    return url
