package downhill.setting;

import downhill.words.Said;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of whole numbers, such as the widths of layers.
 *
 * @param legal what each may be
 * @param least how many there must be, 0 or more
 * @param most  how many there may be
 */
public record WholeNumbers(Interval legal, int least, int most) implements Kind<List<Integer>> {
    /** Between two digits a stroke stands for "then"; before a digit alone it is a sign. */
    private static final Pattern STROKE = Pattern.compile("(?<=[0-9])(?:[–-]|\\s+[–-]\\s+)(?=[0-9])");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;，；、]\\s*|\\s+");

    /** Numbers between commas, spaces or strokes: {@code 16,16}, {@code 16 16}, {@code 16-16}; nothing for none. */
    @Override
    public Optional<List<Integer>> read(String text) {
        try {
            return Optional.of(parts(text).map(Integer::valueOf).toList());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Stream<String> parts(String text) {
        String plain = STROKE.matcher(text.strip()).replaceAll(",");
        return plain.isEmpty() ? Stream.of() : Stream.of(BETWEEN.split(plain, -1));
    }

    @Override
    public String text(List<Integer> value) {
        return value.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public boolean allows(List<Integer> value) {
        return value.size() >= least && value.size() <= most && value.stream().allMatch(each -> legal.contains(each));
    }

    @Override
    public Said range() {
        return Said.of("wanted.list", least, most, legal);
    }

    @Override
    public String mark() {
        return "N,...";
    }
}
