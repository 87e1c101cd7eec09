package downhill.setting;

import downhill.words.Said;
import java.util.Optional;

/**
 * A whole number.
 *
 * @param legal what may be chosen; without ends, any number of 64 bits
 */
public record WholeNumber(Interval legal) implements Kind<Long> {
    @Override
    public Optional<Long> read(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String text(Long value) {
        return Long.toString(value);
    }

    @Override
    public boolean allows(Long value) {
        return legal.contains(value);
    }

    @Override
    public Said range() {
        return legal.equals(Interval.ANY) ? Said.of("wanted.whole.any") : Said.of("wanted.whole", legal);
    }

    @Override
    public String mark() {
        return "N";
    }
}
