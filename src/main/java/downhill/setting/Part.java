package downhill.setting;

import downhill.words.Said;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where a setting stands in what it describes: how its value is taken out of it and put into a copy.
 *
 * @param setting what is set
 * @param value   takes it out; null where there is none
 * @param with    the same with another value
 * @param <S>     what is described, such as a training
 * @param <T>     type of the value
 */
public record Part<S, T>(Setting<T> setting, Function<? super S, T> value, BiFunction<S, T, S> with) {
    /** A sentence on the first value that its setting refuses, if any; {@code path} stands before the place of each. */
    public static <S> Optional<Said> problem(String path, S whole, List<Part<S, ?>> parts) {
        return parts.stream().map(part -> part.problem(path, whole)).flatMap(Optional::stream).findFirst();
    }

    /** The same by its labels, where no document is at hand that could have places. */
    public static <S> Optional<Said> problem(S whole, List<Part<S, ?>> parts) {
        return parts.stream().map(part -> part.problem(whole)).flatMap(Optional::stream).findFirst();
    }

    /** {@code start} with everything that was chosen. */
    public static <S> S apply(Chosen chosen, S start, List<Part<S, ?>> parts) {
        S whole = start;
        for (Part<S, ?> part : parts) {
            whole = part.apply(chosen, whole);
        }
        return whole;
    }

    private S apply(Chosen chosen, S whole) {
        return chosen.has(setting) ? with.apply(whole, chosen.get(setting)) : whole;
    }

    private Optional<Said> problem(S whole) {
        T now = value.apply(whole);
        return now == null ? Optional.empty() : Optional.ofNullable(setting.problem(now));
    }

    private Optional<Said> problem(String path, S whole) {
        T now = value.apply(whole);
        return now == null ? Optional.empty() : Optional.ofNullable(setting.problem(path + "." + setting.place(), now));
    }
}
