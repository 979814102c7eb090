"""A real Neo4j for the tests, without Docker: its jars by Maven, its Java from a Python package."""

from tests.neo4j_server.emptying import emptied
from tests.neo4j_server.locks import locked
from tests.neo4j_server.server import Neo4jServer, ServerUnavailableError
from tests.neo4j_server.shared import shared_server

__all__ = ["Neo4jServer", "ServerUnavailableError", "emptied", "locked", "shared_server"]
