package downhill.data.csv;

/** Records that are left out because they are no rows. */
enum SkipKind {
    BLANK("blank lines"),
    COMMENT("comment lines"),
    PREAMBLE("lines before the table"),
    HEADER("header"),
    REPEATED_HEADER("repeated headers"),
    NOT_SAMPLED("rows not drawn into the sample");

    private final String title;

    SkipKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
