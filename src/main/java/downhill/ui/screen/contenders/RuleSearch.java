package downhill.ui.screen.contenders;

import downhill.optim.Rule;
import downhill.optim.RuleFamily;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.RuleWords;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which rules a person means who types a few letters. */
final class RuleSearch {
    private RuleSearch() {
    }

    /**
     * The rules of {@code family}, of any where it is null, whose name, id, source or families contain all words of {@code typed}, in
     * whatever language of the window; case does not count. Those whose name begins with it come first.
     */
    static List<Rule> found(List<Rule> rules, String typed, RuleFamily family) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        String[] words = wanted.split("\\s+");
        return rules.stream().filter(rule -> family == null || rule.families().contains(family))
                .filter(rule -> Arrays.stream(words).allMatch(text(rule)::contains))
                .sorted(Comparator.comparing(rule -> !RuleWords.name(rule).toLowerCase(Locale.ROOT).startsWith(wanted))).toList();
    }

    private static String text(Rule rule) {
        Stream<String> families = rule.families().stream()
                .flatMap(family -> Stream.concat(Stream.of(family.key()),
                        Arrays.stream(Language.values()).map(language -> name(language, family))));
        Stream<String> names = Stream.of(rule.id(), rule.name(), RuleWords.name(rule), rule.source());
        return Stream.concat(names, families).collect(Collectors.joining("\n")).toLowerCase(Locale.ROOT);
    }

    /** The families of a rule in words; empty where it does not say. */
    static String families(Rule rule) {
        return rule.families().stream().map(RuleSearch::name).collect(Collectors.joining(" · "));
    }

    static String name(RuleFamily family) {
        return Messages.text("rule.family." + family.key());
    }

    private static String name(Language language, RuleFamily family) {
        return Messages.text(language, "rule.family." + family.key());
    }
}
