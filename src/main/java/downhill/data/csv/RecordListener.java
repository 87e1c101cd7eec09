package downhill.data.csv;

/** Told about records that never become rows. */
interface RecordListener {
    /** Listens to nothing. */
    RecordListener NONE = new RecordListener() {
        @Override
        public void skipped(SkipKind kind, long line) {
        }

        @Override
        public void rejected(ProblemKind kind, long line, int field, String raw) {
        }
    };

    void skipped(SkipKind kind, long line);

    /** @param field index of the field where it went wrong, from 0 */
    void rejected(ProblemKind kind, long line, int field, String raw);
}
