"""What can go wrong, in one sentence each, without a word of HTTP or of the command line."""


class StrategraphError(Exception):
    """Anything this program refuses or cannot do; its text is meant for the user."""


class BadInputError(StrategraphError):
    """What was given cannot be read: the message says what is wrong and where."""


class UnsupportedLanguageError(BadInputError):
    """The text is in a language that no extractor reads."""


class NotFoundError(StrategraphError):
    """Nothing is known under this id, URL or path."""


class StoreUnavailableError(StrategraphError):
    """The store does not answer, or refuses the credentials; the message never holds them."""
