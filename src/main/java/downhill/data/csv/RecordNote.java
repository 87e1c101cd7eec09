package downhill.data.csv;

/**
 * A record that never becomes a row, to be told of in its place among the others.
 *
 * @param before sound records of its batch that come before it
 * @param skip   why it is skipped, or null
 * @param defect why it is rejected, or null
 */
record RecordNote(int before, SkipKind skip, ProblemKind defect, long line, int field, String raw) {
    static RecordNote skipped(int before, SkipKind kind, long line) {
        return new RecordNote(before, kind, null, line, 0, "");
    }

    static RecordNote rejected(int before, ProblemKind kind, long line, int field, String raw) {
        return new RecordNote(before, null, kind, line, field, raw);
    }

    void to(RecordListener listener) {
        if (skip != null) {
            listener.skipped(skip, line);
        } else {
            listener.rejected(defect, line, field, raw);
        }
    }
}
