package downhill.optim;

import downhill.words.Said;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that open the parts of an update, and what is said where they are only nearly written. */
final class PartWords {
    static final Pattern REPEAT = Pattern.compile("repeat\\s+(\\d{1,9})\\s*:");
    static final Pattern CHOICE = Pattern.compile("for\\s+(matrices|arrays)(?:\\s+up\\s+to\\s+(\\d{1,9}))?\\s*:");
    static final Pattern OTHERWISE = Pattern.compile("otherwise\\s*:");
    static final Pattern GATE = Pattern.compile("(every|when)\\s+(.*\\S)\\s*:");

    /** Such a word and then another, as no line of a formula has them; or a colon at the end. */
    private static final Pattern TRIED = Pattern.compile("(for|repeat|every|when|otherwise|else|elif|if|while|end)(?:\\s+[\\p{L}\\d].*)?"
            + "|(\\p{L}*).*[:：]");

    private PartWords() {
    }

    /** What is said of a line that opens no part, but was meant to; empty for a line of a formula. */
    static Optional<Said> meant(String words, int mostRepeats) {
        Matcher tried = TRIED.matcher(words);
        if (!tried.matches() || words.matches(".*(←|<-|:=).*")) {
            return Optional.empty();
        }
        String with = words.replaceAll("\\s*[:：]?$", "") + ":";
        if (!with.equals(words) && List.of(REPEAT, CHOICE, OTHERWISE, GATE).stream().anyMatch(part -> part.matcher(with).matches())) {
            return Optional.of(Said.of("rule.part.colon", with));
        }
        return Optional.of(switch (tried.group(1) == null ? tried.group(2) : tried.group(1)) {
            case "repeat" -> Said.of("rule.part.repeat", mostRepeats);
            case "every" -> Said.of("rule.part.every");
            case "if", "elif", "when" -> Said.of("rule.part.if");
            case "else", "otherwise" -> Said.of("rule.part.else");
            case "end" -> Said.of("rule.part.end");
            default -> Said.of("rule.part");
        });
    }
}
