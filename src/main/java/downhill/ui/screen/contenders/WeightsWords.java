package downhill.ui.screen.contenders;

import downhill.optim.Average;
import downhill.race.document.WeightsSpec;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is special about the weights of a contender, in a few words. */
final class WeightsWords {
    private WeightsWords() {
    }

    static void add(WeightsSpec weights, List<String> words) {
        if (weights.start() != null) {
            words.add(Messages.text(weights.start().newHead() ? "weights.row.head" : "weights.row.start", weights.start().name()));
        }
        String frozen = weights.paces().entrySet().stream().filter(each -> each.getValue() == 0).map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        if (!frozen.isEmpty()) {
            words.add(Messages.text("weights.row.frozen", frozen));
        }
        weights.paces().entrySet().stream().filter(each -> each.getValue() != 0 && each.getValue() != 1)
                .forEach(each -> words.add(each.getKey() + " × " + Numbers.plain(each.getValue())));
        if (weights.average() instanceof Average.Exponential ema) {
            words.add("EMA " + Numbers.plain(ema.decay()));
        } else if (weights.average() instanceof Average.Stochastic swa) {
            words.add(Messages.text("weights.row.swa", Numbers.count(swa.from())));
        }
    }
}
