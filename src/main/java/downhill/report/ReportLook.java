package downhill.report;

import java.util.Locale;

/** Light or dark, on screen; paper is light. */
public enum ReportLook {
    /** As whoever reads it has it. */
    READER,
    LIGHT,
    DARK;

    /** As it is typed. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
