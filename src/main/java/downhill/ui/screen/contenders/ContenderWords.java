package downhill.ui.screen.contenders;

import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.Scale;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Edits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contenders in words. */
final class ContenderWords {
    private ContenderWords() {
    }

    /** Which contender of the document it branched off, and when; empty where it did not, or that one is gone. */
    static Optional<String> origin(ContenderSpec contender, Experiment document) {
        return contender.fork() == null ? Optional.empty()
                : document.contenders().stream().filter(one -> one.id().equals(contender.fork().parent())).findFirst()
                        .map(parent -> Messages.text("contenders.origin", parent.name(), Numbers.count(contender.fork().step())));
    }

    /** Such as {@code η 0.01 · β₁ 0.9}: the learning rate, and every other value that was chosen or is told apart by it. */
    static String settings(ContenderSpec contender, Rule rule) {
        if (rule == null) {
            return contender.ruleId();
        }
        Map<String, Double> values = Edits.inForce(contender);
        List<String> words = new ArrayList<>();
        for (Hyperparameter one : rule.hyperparameters()) {
            boolean telling = one.key().equals(Rule.LEARNING_RATE_KEY) || one.scale() == Scale.LINEAR && words.size() < 3
                    || values.containsKey(one.key());
            double value = values.getOrDefault(one.key(), one.defaultValue());
            if (telling && (value != 0 || values.containsKey(one.key()))) {
                words.add(one.symbol() + " " + Numbers.plain(value));
            }
        }
        if (contender.seeds() > 1) {
            words.add(Messages.text("contenders.seeds.count", Numbers.count(contender.seeds())));
        }
        WeightsWords.add(contender.settledWeights(), words);
        return String.join(" · ", words);
    }
}
