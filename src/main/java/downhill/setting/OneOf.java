package downhill.setting;

import downhill.words.Said;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of several named values.
 *
 * @param values in the order in which they are offered
 * @param <E>    the enum
 */
public record OneOf<E extends Enum<E>>(List<E> values) implements Kind<E> {
    /** Keeps a copy. */
    public OneOf {
        values = List.copyOf(values);
    }

    /** The text of a constant of any enum: HE_NORMAL is he-normal. */
    public static String textOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Optional<E> read(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return values.stream().filter(each -> textOf(each).equals(wanted)).findFirst();
    }

    @Override
    public String text(E value) {
        return textOf(value);
    }

    @Override
    public boolean allows(E value) {
        return values.contains(value);
    }

    @Override
    public Said range() {
        return Said.of("wanted.one", names());
    }

    /** Their texts, joined by commas. */
    public String names() {
        return values.stream().map(OneOf::textOf).collect(Collectors.joining(", "));
    }

    @Override
    public String mark() {
        return "NAME";
    }
}
