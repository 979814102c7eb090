"""A real Neo4j for the tests, without Docker: its jars by Maven, its Java from a Python package."""

from tests.neo4j_server.server import Neo4jServer, ServerUnavailableError

__all__ = ["Neo4jServer", "ServerUnavailableError"]
