-- The ledger: what was read.
CREATE TABLE IF NOT EXISTS documents (
  id TEXT PRIMARY KEY, text TEXT NOT NULL, sha256 TEXT NOT NULL, kind TEXT NOT NULL,
  title TEXT, publisher TEXT, published TEXT, url TEXT, language TEXT,
  known_by TEXT
);
CREATE INDEX IF NOT EXISTS documents_url ON documents (url);
CREATE TABLE IF NOT EXISTS readings (
  document TEXT NOT NULL, source TEXT NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (document, source)
);
CREATE TABLE IF NOT EXISTS log (
  number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, action TEXT NOT NULL,
  document TEXT NOT NULL, source TEXT NOT NULL, actor TEXT NOT NULL, origin TEXT
);
CREATE INDEX IF NOT EXISTS log_origin ON log (origin);

-- The index of what the readings say.
CREATE TABLE IF NOT EXISTS claims (
  document TEXT NOT NULL, source TEXT NOT NULL, number INTEGER NOT NULL, type TEXT NOT NULL,
  subject TEXT NOT NULL, object TEXT NOT NULL, apart TEXT NOT NULL, evidence TEXT NOT NULL,
  PRIMARY KEY (document, source, number)
);
CREATE INDEX IF NOT EXISTS claims_ends ON claims (subject, object, type);
CREATE INDEX IF NOT EXISTS claims_object ON claims (object);
CREATE TABLE IF NOT EXISTS mentions (
  key TEXT NOT NULL, document TEXT NOT NULL, source TEXT NOT NULL,
  PRIMARY KEY (key, document, source)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mentions_document ON mentions (document, source);
CREATE TABLE IF NOT EXISTS keys (
  key TEXT PRIMARY KEY, id TEXT NOT NULL, entity TEXT, scope TEXT, uses INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS keys_id ON keys (id);
CREATE INDEX IF NOT EXISTS keys_entity ON keys (entity);
CREATE INDEX IF NOT EXISTS keys_scope ON keys (scope) WHERE scope IS NOT NULL;
CREATE TABLE IF NOT EXISTS ties (
  a TEXT NOT NULL, b TEXT NOT NULL, basis TEXT NOT NULL, uses INTEGER NOT NULL,
  PRIMARY KEY (a, b, basis)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS ties_b ON ties (b);
CREATE TABLE IF NOT EXISTS namings (
  key TEXT NOT NULL, role TEXT NOT NULL, value TEXT NOT NULL, uses INTEGER NOT NULL,
  PRIMARY KEY (key, role, value)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS refusals (
  document TEXT NOT NULL, type TEXT NOT NULL, subject TEXT NOT NULL, object TEXT NOT NULL,
  apart TEXT NOT NULL, uses INTEGER NOT NULL,
  PRIMARY KEY (document, type, subject, object, apart)
) WITHOUT ROWID;

-- The graph that the readings add up to.
CREATE TABLE IF NOT EXISTS entities (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
  name TEXT NOT NULL, record TEXT NOT NULL
);
CREATE VIRTUAL TABLE IF NOT EXISTS entity_terms USING fts5 (
  terms, tokenize = "unicode61 remove_diacritics 0"
);
CREATE TABLE IF NOT EXISTS facts (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, subject TEXT NOT NULL, object TEXT NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS facts_subject ON facts (subject, type, object);
CREATE INDEX IF NOT EXISTS facts_object ON facts (object, type);
