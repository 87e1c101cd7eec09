package downhill.setting;

import downhill.words.Said;
import java.util.Optional;

/**
 * A finite number.
 *
 * @param legal what may be chosen
 */
public record RealNumber(Interval legal) implements Kind<Double> {
    @Override
    public Optional<Double> read(String text) {
        try {
            return Optional.of(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String text(Double value) {
        return NumberText.plain(value);
    }

    @Override
    public boolean allows(Double value) {
        return Double.isFinite(value) && legal.contains(value);
    }

    @Override
    public Said range() {
        return legal.equals(Interval.ANY) ? Said.of("wanted.number.any") : Said.of("wanted.number", legal);
    }

    @Override
    public String mark() {
        return "X";
    }
}
