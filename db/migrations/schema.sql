-- index annotations_document
CREATE INDEX annotations_document ON annotations (document)
-- index annotations_seq
CREATE INDEX annotations_seq ON annotations (seq)
-- index comparison_links_comparison
CREATE INDEX comparison_links_comparison ON comparison_links (comparison)
-- index comparison_notes_comparison
CREATE INDEX comparison_notes_comparison ON comparison_notes (comparison)
-- index comparisons_left
CREATE INDEX comparisons_left ON comparisons (left_document)
-- index comparisons_right
CREATE INDEX comparisons_right ON comparisons (right_document)
-- index corrections_document
CREATE INDEX corrections_document ON corrections (document)
-- index decisions_once
CREATE UNIQUE INDEX decisions_once ON decisions (document, kind, ifnull(start, -1), ifnull(end, -1))
-- index documents_seq
CREATE INDEX documents_seq ON documents (seq)
-- index excerpts_document
CREATE INDEX excerpts_document ON excerpts (document)
-- index readings_derivation
CREATE INDEX readings_derivation ON readings (derivation)
-- index sqlite_autoindex_annotations_1

-- index sqlite_autoindex_corrections_1

-- index sqlite_autoindex_documents_1

-- index unit_duties_name
CREATE INDEX unit_duties_name ON unit_duties (name, duty)
-- index unit_names_once
CREATE UNIQUE INDEX unit_names_once ON unit_names (name, jurisdiction, kind, month)
-- table annotations
CREATE TABLE annotations (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        path TEXT NOT NULL,
        style TEXT NOT NULL,
        colour TEXT NOT NULL,
        tags TEXT NOT NULL,
        note TEXT NOT NULL,
        author TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL,
        deleted_at TEXT,
        checksum INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        section INTEGER NOT NULL,
        path_now TEXT NOT NULL)
-- table assignments
CREATE TABLE assignments (
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        section INTEGER NOT NULL,
        path TEXT NOT NULL,
        role TEXT NOT NULL,
        units TEXT NOT NULL,
        open_ended INTEGER NOT NULL,
        text TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        source TEXT NOT NULL,
        PRIMARY KEY (document, position)) WITHOUT ROWID
-- table comparison_judgements
CREATE TABLE comparison_judgements (
        comparison INTEGER NOT NULL REFERENCES comparisons (number) ON DELETE CASCADE,
        left_start INTEGER NOT NULL,
        verdict TEXT,
        remark TEXT NOT NULL,
        author TEXT NOT NULL,
        made_at TEXT NOT NULL,
        checksum INTEGER NOT NULL,
        PRIMARY KEY (comparison, left_start)) WITHOUT ROWID
-- table comparison_links
CREATE TABLE comparison_links (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        comparison INTEGER NOT NULL REFERENCES comparisons (number) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        left_start INTEGER NOT NULL,
        right_start INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        checksum INTEGER NOT NULL)
-- table comparison_notes
CREATE TABLE comparison_notes (
        annotation INTEGER PRIMARY KEY REFERENCES annotations (number) ON DELETE CASCADE,
        comparison INTEGER NOT NULL REFERENCES comparisons (number) ON DELETE CASCADE,
        side TEXT NOT NULL,
        left_start INTEGER,
        right_start INTEGER,
        kind TEXT NOT NULL,
        other TEXT NOT NULL,
        checksum INTEGER NOT NULL)
-- table comparisons
CREATE TABLE comparisons (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        left_document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        right_document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        mode TEXT NOT NULL,
        direction TEXT NOT NULL,
        made_at TEXT NOT NULL,
        deleted_at TEXT,
        checksum INTEGER NOT NULL,
        opened_at TEXT NOT NULL,
        opened_seq INTEGER NOT NULL,
        state TEXT NOT NULL)
-- table corrections
CREATE TABLE corrections (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        op TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        raw TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        goes_to INTEGER,
        made_at TEXT NOT NULL,
        author TEXT NOT NULL,
        was TEXT NOT NULL,
        checksum INTEGER NOT NULL)
-- table decisions
CREATE TABLE decisions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        start INTEGER,
        end INTEGER,
        value TEXT,
        made_at TEXT NOT NULL)
-- table documents
CREATE TABLE documents (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        sha256 TEXT NOT NULL UNIQUE,
        file TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        binned_at TEXT,
        seq INTEGER NOT NULL,
        title TEXT NOT NULL,
        title_typed INTEGER NOT NULL,
        doc_number TEXT,
        issuer TEXT,
        issued_on TEXT,
        sections INTEGER NOT NULL,
        units INTEGER NOT NULL,
        characters INTEGER NOT NULL,
        traditional INTEGER NOT NULL)
-- table drafts
CREATE TABLE drafts (
        document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
        stage TEXT,
        series_of INTEGER,
        series TEXT,
        made_at TEXT NOT NULL,
        checksum INTEGER NOT NULL)
-- table excerpts
CREATE TABLE excerpts (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        path TEXT NOT NULL,
        theme TEXT NOT NULL,
        remark TEXT NOT NULL,
        place INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        deleted_at TEXT,
        checksum INTEGER NOT NULL)
-- table meta
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID
-- table readings
CREATE TABLE readings (
        document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
        derivation INTEGER NOT NULL,
        front TEXT NOT NULL,
        outline TEXT NOT NULL,
        findings TEXT NOT NULL,
        edits TEXT NOT NULL,
        cleaned INTEGER NOT NULL,
        text TEXT NOT NULL,
        simplified TEXT,
        checksum INTEGER NOT NULL,
        assignments_checksum INTEGER NOT NULL)
-- table roster
CREATE TABLE roster (
        number INTEGER PRIMARY KEY,
        full_name TEXT NOT NULL,
        short_name TEXT NOT NULL,
        former TEXT NOT NULL,
        rank INTEGER NOT NULL,
        counterpart TEXT NOT NULL,
        checksum INTEGER NOT NULL)
-- table same_units
CREATE TABLE same_units (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        one TEXT NOT NULL,
        other TEXT NOT NULL,
        jurisdiction TEXT NOT NULL,
        same INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        checksum INTEGER NOT NULL)
-- table session
CREATE TABLE session (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
-- table sources
CREATE TABLE sources (
        document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
        encoding TEXT NOT NULL,
        replaced INTEGER NOT NULL,
        text_sha256 TEXT NOT NULL,
        text TEXT NOT NULL,
        data BLOB NOT NULL)
-- table unit_duties
CREATE TABLE unit_duties (
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        section INTEGER NOT NULL,
        assignment INTEGER NOT NULL,
        item INTEGER NOT NULL,
        name INTEGER NOT NULL REFERENCES unit_names (number),
        duty TEXT NOT NULL,
        PRIMARY KEY (document, section, assignment, item)) WITHOUT ROWID
-- table unit_names
CREATE TABLE unit_names (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        jurisdiction TEXT NOT NULL,
        kind TEXT NOT NULL,
        month TEXT NOT NULL,
        key TEXT NOT NULL,
        label TEXT NOT NULL,
        full_name TEXT NOT NULL,
        place TEXT NOT NULL)
