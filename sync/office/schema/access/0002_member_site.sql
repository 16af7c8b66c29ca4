-- Members who are signed in to their own pages.
CREATE TABLE member_sessions (
    session_hash TEXT NOT NULL PRIMARY KEY,
    member TEXT NOT NULL,
    form_token TEXT NOT NULL,
    expires_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
