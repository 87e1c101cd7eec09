package downhill.setting;

import java.util.Optional;

/**
 * A finite number.
 *
 * @param legal what may be chosen
 */
public record Real(Interval legal) implements Kind<Double> {
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
    public String range() {
        return "a number" + legal.within();
    }

    @Override
    public String mark() {
        return "X";
    }
}
