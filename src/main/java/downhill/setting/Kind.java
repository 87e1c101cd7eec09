package downhill.setting;

import downhill.words.Said;
import java.util.List;
import java.util.Optional;

/**
 * What a setting can hold: which texts and values, how they are written, and what may be said about them to a person.
 *
 * @param <T> type of its values
 */
public sealed interface Kind<T> permits WholeNumber, RealNumber, OneOf, YesNo, WholeNumbers, Written {
    /** The value of a text as it is typed on the command line; empty where the text is none of this kind, legal or not. */
    Optional<T> read(String text);

    /** The text of a value, which {@link #read} gives back. */
    String text(T value);

    /** Whether a value may be chosen. */
    boolean allows(T value);

    /** What may be chosen, as it follows "must be": a whole number in [1, 1000]. */
    Said range();

    /** What stands for a value in the help of the command line, such as N. */
    String mark();

    /** A whole number. */
    static WholeNumber whole(Interval legal) {
        return new WholeNumber(legal);
    }

    /** A whole number with both ends. */
    static WholeNumber whole(long least, long most) {
        return new WholeNumber(Interval.closed(least, most));
    }

    /** A finite number. */
    static RealNumber real(Interval legal) {
        return new RealNumber(legal);
    }

    /** One of the constants of an enum; he-normal is the text of HE_NORMAL. */
    static <E extends Enum<E>> OneOf<E> choice(Class<E> type) {
        return new OneOf<>(List.of(type.getEnumConstants()));
    }

    /** Yes or no. */
    static YesNo yesNo() {
        return YesNo.PLAIN;
    }

    /** One of two, by their names; true is the first. */
    static YesNo either(String yes, String no) {
        return new YesNo(yes, no);
    }

    /** A list of whole numbers, each legal, of at least {@code least} and at most {@code most}. */
    static WholeNumbers wholes(Interval legal, int least, int most) {
        return new WholeNumbers(legal, least, most);
    }
}
