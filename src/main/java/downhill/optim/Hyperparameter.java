package downhill.optim;

import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.words.Said;

/**
 * A number that the user of a rule chooses.
 *
 * @param symbol       canonical name in the formulas, such as β₁
 * @param key          name in files and on the command line, such as {@code beta1}
 * @param defaultValue what the source recommends, inside {@code legal}
 * @param min          lower end of the sensible range (of a slider)
 * @param max          upper end of the sensible range, at least {@code min}
 * @param scale        how it is set by hand; SWITCH is 0 or 1
 * @param legal        the values for which the rule is defined; others are refused
 */
public record Hyperparameter(String symbol, String key, double defaultValue, double min, double max, Scale scale,
                             Interval legal) {

    /** What it may be, as it follows "must be". */
    public Said range() {
        return scale == Scale.SWITCH ? Said.of("wanted.switch") : Kind.real(legal).range();
    }

    /** One sentence that says why {@code value} is refused; null where it is legal. */
    public Said problemWith(double value) {
        boolean allowed = scale == Scale.SWITCH ? value == 0 || value == 1 : Kind.real(legal).allows(value);
        return allowed ? null : Said.of("setting.must", key, range(), WrittenNumbers.text(value));
    }
}
