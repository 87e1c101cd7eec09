package downhill.setting;

import downhill.words.Said;
import java.util.Map;
import java.util.Optional;

/**
 * Yes or no, under two names.
 *
 * @param yes text of true
 * @param no  text of false
 */
public record YesNo(String yes, String no) implements Kind<Boolean> {
    /** Those that need no names of their own. */
    static final YesNo PLAIN = new YesNo("yes", "no");

    private static final Map<String, Boolean> ALSO = Map.of("true", true, "on", true, "false", false, "off", false);

    @Override
    public Optional<Boolean> read(String text) {
        String said = text.strip();
        if (said.equals(yes) || said.equals(no)) {
            return Optional.of(said.equals(yes));
        }
        return equals(PLAIN) ? Optional.ofNullable(ALSO.get(said)) : Optional.empty();
    }

    @Override
    public String text(Boolean value) {
        return value ? yes : no;
    }

    @Override
    public boolean allows(Boolean value) {
        return true;
    }

    @Override
    public Said range() {
        return equals(PLAIN) ? Said.of("wanted.yes") : Said.of("wanted.one", yes + ", " + no);
    }

    @Override
    public String mark() {
        return yes + "|" + no;
    }
}
