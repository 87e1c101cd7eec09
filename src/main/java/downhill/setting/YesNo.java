package downhill.setting;

import downhill.words.Said;
import java.util.Map;
import java.util.Optional;

/** Yes or no. */
public record YesNo() implements Kind<Boolean> {
    private static final Map<String, Boolean> WORDS = Map.of("yes", true, "true", true, "on", true, "no", false, "false", false, "off", false);

    @Override
    public Optional<Boolean> read(String text) {
        return Optional.ofNullable(WORDS.get(text.strip()));
    }

    @Override
    public String text(Boolean value) {
        return value ? "yes" : "no";
    }

    @Override
    public boolean allows(Boolean value) {
        return true;
    }

    @Override
    public Said range() {
        return Said.of("wanted.yes");
    }

    @Override
    public String mark() {
        return "yes|no";
    }
}
