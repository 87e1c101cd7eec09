package downhill.data.csv;

import downhill.data.Dates;
import downhill.words.Said;

/** Words for what is wrong with a cell. */
final class CellProblems {
    private CellProblems() {
    }

    /** Whether the value is lost. */
    static boolean loses(ProblemKind kind) {
        return kind == ProblemKind.NOT_A_NUMBER || kind == ProblemKind.NOT_FINITE || kind == ProblemKind.NOT_A_DATE;
    }

    static Said found(ProblemKind kind, String raw) {
        String cell = Texts.clip(raw);
        return switch (kind) {
            case NOT_A_NUMBER -> Said.of("csv.say.notNumber", cell);
            case NOT_FINITE -> Said.of("csv.say.notFinite", cell);
            case NOT_A_DATE -> Said.of(isNumericDate(raw) ? "csv.say.noDay" : "csv.say.notDate", cell);
            case UNDERFLOW -> Said.of("csv.say.small", cell);
            case NORMALISED_NUMBER -> Said.of("csv.say.digits", cell);
            default -> Said.of("csv.say.unfit", cell);
        };
    }

    private static boolean isNumericDate(String raw) {
        return Dates.form(raw) == Dates.Form.NUMERIC;
    }

    static Said done(ProblemKind kind, String raw, String column, boolean rejecting) {
        if (kind == ProblemKind.UNDERFLOW) {
            return Said.of("csv.do.zero");
        }
        if (kind == ProblemKind.NORMALISED_NUMBER) {
            return Said.of("csv.do.digits");
        }
        Said lost = Said.of(rejecting ? "csv.do.rejected" : "csv.do.missing");
        return kind == ProblemKind.NOT_FINITE ? lost : Said.sentences(lost, Said.of("csv.do.keep", column, Texts.clip(raw)));
    }
}
