package downhill.ui.i18n;

import downhill.data.Visible;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import javafx.beans.binding.StringBinding;

/**
 * Names of the built-in rules and of common hyperparameters in the language of the window. A rule or a key of a person's own keeps the
 * name that they gave it, also where it has the id or the name of a built-in one. Curves keep the short Latin names in every language.
 */
public final class RuleWords {
    private static final String RULE = "rule.name.";
    private static final String KEY = "hyperparameter.";

    private static final RuleLibrary BUILT_IN = RuleLibrary.complete();

    private RuleWords() {
    }

    /** What pickers and panels call {@code rule}. */
    public static String name(Rule rule) {
        return isBuiltIn(rule) ? Messages.text(RULE + rule.id()) : Visible.line(rule.name());
    }

    /** Known by all that they are: a rule of a person's own may have both the id and the name of one of them. */
    private static boolean isBuiltIn(Rule rule) {
        return BUILT_IN.byId(rule.id()).filter(rule::equals).isPresent();
    }

    /** {@link #name(Rule)} now and after a change of language. */
    public static StringBinding binding(Rule rule) {
        return Messages.following(() -> name(rule));
    }

    /** What it does in a sentence; of a person's own rule its notes. */
    public static String about(Rule rule) {
        return isBuiltIn(rule) ? Messages.text("rule." + rule.id()) : Visible.line(rule.note());
    }

    /** The name of a hyperparameter; its key where there is none. */
    public static String name(Hyperparameter hyperparameter) {
        return isCommon(hyperparameter) ? Messages.text(KEY + hyperparameter.key()) : hyperparameter.key();
    }

    /** Whether it is called as one of the built-in rules; others keep the name that a person gave. */
    public static boolean isCommon(Hyperparameter hyperparameter) {
        return Messages.has(Language.ENGLISH, KEY + hyperparameter.key());
    }

    /** {@link #name(Hyperparameter)} now and after a change of language. */
    public static StringBinding binding(Hyperparameter hyperparameter) {
        return Messages.following(() -> name(hyperparameter));
    }
}
