package downhill.optim;

import downhill.expr.FormulaException;
import downhill.expr.Instead;
import downhill.expr.Span;
import downhill.words.Said;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words that lines of a rule begin with, and what is said where one is only nearly written. */
final class RuleHeads {
    private static final Set<String> HEADERS = Set.of("id", "name", "source", "note", "family", "answer");
    private static final Set<String> SECTIONS = Set.of("hyperparameters", "states", "scalar states", "update");
    private static final char WIDE_COLON = '：';

    private RuleHeads() {
    }

    static boolean isHeader(String word) {
        return HEADERS.contains(word);
    }

    static boolean isSection(String word) {
        return SECTIONS.contains(word);
    }

    /**
     * A line that begins as a header or section does but for capitals, a plural, its colon or the keyboard is a
     * {@link FormulaException} that tells how it is written.
     *
     * @param section in which the line stands; empty before the first
     */
    static void refuseNear(String line, int number, String section) {
        String plain = line.strip().replace(WIDE_COLON, ':');
        int colon = plain.indexOf(':');
        String head = plain(colon < 0 ? plain : plain.substring(0, colon));
        boolean alone = colon < 0 || plain.substring(colon + 1).isBlank();
        boolean formula = colon < 0 && section.equals("update"); // there a line may be the rest of the one above
        Optional<String> meant = SECTIONS.stream().filter(one -> alone && !formula && isNear(head, plain(one))).findFirst();
        if (meant.isEmpty() && (colon >= 0 || section.isEmpty())) {
            String first = colon >= 0 ? head : plain.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
            meant = HEADERS.stream().filter(first::equals).findFirst();
        }
        if (meant.isPresent()) {
            throw new FormulaException(RuleParser.span(line, number), Said.of("rule.head.near", meant.get() + ":"));
        }
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    private static boolean isNear(String head, String section) {
        return Stream.of(head, head + "s").anyMatch(section::equals) || head.equals(section + "s");
    }

    /** Characters of a Chinese keyboard in a declaration: the first is told with what an English one writes. */
    static void refuseWide(String line, int number) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            Optional<String> typed = Instead.keyboard(c);
            if (typed.isPresent()) {
                throw new FormulaException(new Span(number, i + 1, 1),
                        Said.of("symbol.instead", c, String.format(Locale.ROOT, "U+%04X", (int) c), typed.get()));
            }
        }
    }
}
