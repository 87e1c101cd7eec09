package downhill.data.csv;

/** Records that are left out because they are no rows. */
enum SkipKind {
    BLANK("blank lines", null),
    COMMENT("comment lines", "The line starts with the comment mark."),
    PREAMBLE("lines before the table", "The line stands before the table."),
    RULE("ruling lines", "The line only rules off others."),
    HEADER("header", null),
    REPEATED_HEADER("repeated headers", null),
    NOT_SAMPLED("rows not drawn into the sample", null);

    private final String title;
    private final String found;

    SkipKind(String title, String found) {
        this.title = title;
        this.found = found;
    }

    /** A sentence for the list of problems, or null where such records are only counted, or told of in another way. */
    String found() {
        return found;
    }

    String title() {
        return title;
    }
}
