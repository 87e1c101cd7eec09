package downhill.data.csv;

import downhill.words.Said;

/** Records that are left out because they are no rows. */
enum SkipKind {
    BLANK("blank lines", null),
    COMMENT("comment lines", Said.of("csv.say.comment")),
    PREAMBLE("lines before the table", Said.of("csv.say.before")),
    RULE("ruling lines", Said.of("csv.say.rule")),
    HEADER("header", null),
    REPEATED_HEADER("repeated headers", null),
    NOT_SAMPLED("rows not drawn into the sample", null);

    private final String title;
    private final Said found;

    SkipKind(String title, Said found) {
        this.title = title;
        this.found = found;
    }

    /** A sentence for the list of problems, or null where such records are only counted, or told of in another way. */
    Said found() {
        return found;
    }

    String title() {
        return title;
    }
}
