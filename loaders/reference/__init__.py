"""Reference data that ships: groups, companies, places, sectors and titles."""
