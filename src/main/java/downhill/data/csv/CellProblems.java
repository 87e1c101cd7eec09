package downhill.data.csv;

import downhill.data.Dates;

/** Words for what is wrong with a cell. */
final class CellProblems {
    private CellProblems() {
    }

    /** Whether the value is lost. */
    static boolean loses(ProblemKind kind) {
        return kind == ProblemKind.NOT_A_NUMBER || kind == ProblemKind.NOT_FINITE || kind == ProblemKind.NOT_A_DATE;
    }

    static String found(ProblemKind kind, String raw) {
        String cell = "\"" + Texts.clip(raw) + "\"";
        return switch (kind) {
            case NOT_A_NUMBER -> cell + " is not a number.";
            case NOT_FINITE -> cell + " is not finite.";
            case NOT_A_DATE -> cell + (isNumericDate(raw) ? " is no day of the calendar in the order of day and month taken." : " is not a date.");
            case UNDERFLOW -> cell + " is too close to 0 for a number.";
            case NORMALISED_NUMBER -> cell + " is written with other digits or signs.";
            default -> cell + " does not fit.";
        };
    }

    private static boolean isNumericDate(String raw) {
        return Dates.form(raw) == Dates.Form.NUMERIC;
    }

    static String done(ProblemKind kind, String raw, String column, boolean rejecting) {
        if (kind == ProblemKind.UNDERFLOW) {
            return "It was taken as 0.";
        }
        if (kind == ProblemKind.NORMALISED_NUMBER) {
            return "It was taken as the number it shows.";
        }
        return (rejecting ? "The row was left out." : "It was taken as missing.") + (kind == ProblemKind.NOT_FINITE ? ""
                : " To keep it: set " + column + " to text, or add \"" + Texts.clip(raw) + "\" to the texts that mean a missing value.");
    }
}
