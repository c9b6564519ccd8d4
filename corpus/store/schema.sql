-- A document is a file that was added.
CREATE TABLE document (
  id          INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again after a removal
  origin      TEXT NOT NULL UNIQUE,              -- its path, relative to the folder of the corpus where it can be
  name        TEXT NOT NULL,                     -- its path as the user gave it
  reading     TEXT NOT NULL,                     -- how the user said it is to be read, a JSON object; '' for nothing said
  series      TEXT,                              -- by the user; NULL: derived
  fiscal_year INTEGER                            -- by the user; NULL: derived
) STRICT;

-- A version is one state of a document's bytes; the highest number is the current one.
CREATE TABLE version (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number   INTEGER NOT NULL,                     -- from 1
  sha256   TEXT NOT NULL,                        -- of the bytes as given, hexadecimal
  size     INTEGER NOT NULL,                     -- of the bytes as given
  packing  TEXT NOT NULL,                        -- 'deflate' or 'none'
  bytes    BLOB NOT NULL,
  UNIQUE (document, number)
) STRICT;
CREATE INDEX version_sha256 ON version (sha256);

-- An analysis is what the program made of a document's current version.
CREATE TABLE analysis (
  document    INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  version     INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  program     INTEGER NOT NULL,                  -- which analysis made it; an older one can be refreshed
  series      TEXT NOT NULL,                     -- derived from the title
  fiscal_year INTEGER,                           -- derived; NULL where there is none
  date        TEXT NOT NULL,                     -- EDTF; '' where there is none
  title       TEXT NOT NULL,
  edition     TEXT NOT NULL,                     -- 第2版, Ver.1.0, as written
  issuer      TEXT NOT NULL,
  act         TEXT NOT NULL,
  draft       INTEGER NOT NULL,                  -- 1 for a draft
  format      TEXT NOT NULL,
  sections    INTEGER NOT NULL,
  paragraphs  INTEGER NOT NULL,
  works       INTEGER NOT NULL,
  mentions    INTEGER NOT NULL,
  words       INTEGER NOT NULL,
  terms       TEXT NOT NULL,                     -- a JSON object: term to count
  tree        BLOB NOT NULL,                     -- the parsed document, packed
  citations   BLOB NOT NULL                      -- the works that it cites, packed
) STRICT;

-- A section of the tree; the text before the first one has the path ''.
CREATE TABLE section (
  id         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  unit       INTEGER NOT NULL,                   -- the section, itself or above, that search finds it by
  path       TEXT NOT NULL,
  marker     TEXT NOT NULL,
  title      TEXT NOT NULL,
  depth      INTEGER NOT NULL,                   -- 1 at the top, 0 for the path ''
  first_line INTEGER NOT NULL,
  last_line  INTEGER NOT NULL,
  page       INTEGER NOT NULL                    -- 0 without pages
) STRICT;
CREATE INDEX section_document ON section (document);
CREATE INDEX section_unit ON section (unit);

CREATE TABLE paragraph (
  section    INTEGER NOT NULL REFERENCES section ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,                   -- in the document, from 0
  kind       TEXT NOT NULL,                      -- front, paragraph, row, caption, note
  marker     TEXT NOT NULL,
  text       TEXT NOT NULL,
  first_line INTEGER NOT NULL,
  last_line  INTEGER NOT NULL,
  page       INTEGER NOT NULL,
  PRIMARY KEY (section, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE work (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  id       TEXT NOT NULL,                        -- the same in every document that cites it
  kind     TEXT NOT NULL,                        -- law, plan
  title    TEXT NOT NULL,
  number   TEXT NOT NULL,
  version  TEXT NOT NULL,
  date     TEXT NOT NULL,                        -- of the last event, EDTF
  body     TEXT NOT NULL,
  act      TEXT NOT NULL,
  PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX work_id ON work (id);

CREATE TABLE mention (
  document   INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,
  work       TEXT NOT NULL,
  path       TEXT NOT NULL,
  first_line INTEGER NOT NULL,
  last_line  INTEGER NOT NULL,
  page       INTEGER NOT NULL,
  text       TEXT NOT NULL,
  form       TEXT NOT NULL,                      -- full, title, alias, anaphor
  pinpoint   TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

-- The list of series and years is asked for by every search that is narrowed,
-- and the rows of analysis are long.
CREATE INDEX analysis_labels ON analysis (fiscal_year, date, series);

-- A segment is a part of the full-text index: the units of one write, or of
-- several that were merged. Package index tells what its blocks hold.
CREATE TABLE segment (
  id    INTEGER PRIMARY KEY,
  first INTEGER NOT NULL UNIQUE,                 -- its units, which have the ids of their sections
  last  INTEGER NOT NULL,
  units INTEGER NOT NULL,
  size  INTEGER NOT NULL                         -- of its blocks, in bytes
) STRICT;

CREATE TABLE block (
  id      INTEGER PRIMARY KEY,
  segment INTEGER NOT NULL REFERENCES segment ON DELETE CASCADE,
  term    TEXT NOT NULL,                         -- the first one in it, folded
  first   INTEGER NOT NULL,                      -- the first unit of that
  docs    BLOB NOT NULL,
  places  BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX block_term ON block (segment, term, first);

-- Units that are in the index still and were removed.
CREATE TABLE gone (
  first INTEGER PRIMARY KEY,
  last  INTEGER NOT NULL,
  units INTEGER NOT NULL
) STRICT;

-- Who is writing, for the message to those who wait.
CREATE TABLE writer (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  process INTEGER NOT NULL,
  host    TEXT NOT NULL,
  doing   TEXT NOT NULL
) STRICT;

-- The views for everyone's queries. document is the id that `corpus list` prints.
CREATE VIEW documents AS
  SELECT 'd' || d.id AS id, d.name,
         coalesce(d.series, a.series) AS series,
         coalesce(d.fiscal_year, a.fiscal_year) AS fiscal_year,
         a.date, a.title, a.edition, a.issuer, a.act, a.draft, a.format,
         v.sha256, v.number AS version, v.size AS bytes,
         a.sections, a.paragraphs, a.works, a.mentions, a.words
  FROM document d JOIN analysis a ON a.document = d.id JOIN version v ON v.id = a.version;

CREATE VIEW sections AS
  SELECT 'd' || document AS document, path, marker, title, depth, first_line, last_line, page
  FROM section WHERE path <> '';

CREATE VIEW paragraphs AS
  SELECT 'd' || s.document AS document, s.path, p.ordinal, p.kind, p.marker, p.text,
         p.first_line, p.last_line, p.page
  FROM paragraph p JOIN section s ON s.id = p.section;

CREATE VIEW works AS
  SELECT id, min(kind) AS kind, min(title) AS title, max(number) AS number, max(version) AS version,
         max(date) AS date, max(body) AS body, max(act) AS act, count(*) AS documents
  FROM work GROUP BY id;

CREATE VIEW mentions AS
  SELECT 'd' || document AS document, work, path, first_line, last_line, page, text, form, pinpoint
  FROM mention;

CREATE VIEW terms AS
  SELECT 'd' || a.document AS document, t.key AS term, t.value AS count
  FROM analysis a, json_each(a.terms) t;
