-- From format 1 to 2: the full-text index is one of our own. What FTS5 held is
-- read in between (see migrate.go).
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
