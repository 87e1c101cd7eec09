package downhill.setting;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A list of whole numbers, such as the widths of layers.
 *
 * @param legal what each may be
 * @param least how many there must be, 0 or more
 * @param most  how many there may be
 */
public record WholeNumbers(Interval legal, int least, int most) implements Kind<List<Integer>> {
    @Override
    public Optional<List<Integer>> read(String text) {
        List<Integer> numbers = new ArrayList<>();
        try {
            for (String each : text.isBlank() ? new String[0] : text.split(",", -1)) {
                numbers.add(Integer.parseInt(each.strip()));
            }
            return Optional.of(List.copyOf(numbers));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
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
