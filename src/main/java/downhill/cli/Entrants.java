package downhill.cli;

import downhill.expr.FormulaException;
import downhill.optim.Rule;
import downhill.optim.RuleParser;
import downhill.optim.RuleText;
import downhill.optim.Schedule;
import downhill.race.Paces;
import downhill.race.document.ContenderSpec;
import downhill.store.PlainFile;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Contenders from what is typed: ids of optimizers or the user's own rule files, each with its settings. */
final class Entrants {
    private final List<Double> rates;
    private final Schedule schedule;
    private final TrainingOptions training;
    private final List<ContenderSpec> contenders = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Entrants(List<Double> rates, Schedule schedule, TrainingOptions training) {
        this.rates = rates;
        this.schedule = schedule;
        this.training = training;
    }

    /**
     * @param rates    none, one for all, or one for each; a contender's own goes before it
     * @param schedule of those that say no other
     * @param training what holds for those that say nothing else
     */
    static List<ContenderSpec> of(List<Entrant> optimizers, List<Double> rates, Schedule schedule, TrainingOptions training) {
        if (rates != null && rates.size() != 1 && rates.size() != optimizers.size()) {
            throw new InputException(Said.of("cli.rates", rates.size(), optimizers.size()));
        }
        Entrants entrants = new Entrants(rates, schedule, training);
        optimizers.forEach(entrants::add);
        return entrants.contenders;
    }

    private void add(Entrant entrant) {
        String optimizer = entrant.optimizer();
        String ruleText = optimizer.endsWith(Entrant.RULE_FILE) ? text(optimizer) : null;
        Rule rule = ruleText == null ? RuleChoice.rule(optimizer) : parsed(optimizer, ruleText);
        int number = contenders.size();
        ContenderSpec shared = ContenderSpec.of("c" + (number + 1), rule.name(), rule.id(), chosen(rule, number), number)
                .withSeeds(training.seeds()).withSchedule(schedule);
        ContenderSpec spec = new EntrantSettings(rule, training.steps(), training.penalty()).apply(shared, entrant.settings());
        Said refusal = rule.refusal(spec.penalty() != null ? spec.penalty() : training.penalty());
        if (refusal != null) {
            throw new InputException(refusal);
        }
        if (spec.settledWeights().average() != null) {
            spec.settledWeights().average().of(rule);
        }
        Paces.check(spec, rule);
        ContenderSpec named = spec.withName(name(spec.name()));
        contenders.add(ruleText == null ? named : named.withRule(rule.id(), ruleText, named.hyperparameters()));
    }

    private Map<String, Double> chosen(Rule rule, int number) {
        if (rates == null || rule.learningRateIndex() < 0) {
            return Map.of();
        }
        double rate = rates.size() == 1 ? rates.get(0) : rates.get(number);
        Said problem = rule.hyperparameters().get(rule.learningRateIndex()).problemWith(rate);
        if (problem != null) {
            throw new InputException(Said.of("cli.of", rule.name(), problem));
        }
        return Map.of(Rule.LEARNING_RATE_KEY, rate);
    }

    private String name(String wanted) {
        String tried = wanted;
        for (int number = 2; !names.add(tried); number++) {
            tried = wanted + " " + number;
        }
        return tried;
    }

    private static String text(String file) {
        try {
            PlainFile.require(Path.of(file));
            return RuleText.read(Path.of(file));
        } catch (FormulaException e) {
            throw new InputException(Said.of("cli.file", file, e.said()));
        } catch (IOException e) {
            Said why = Files.exists(Path.of(file)) ? Said.message(e) : Said.of("cli.rule.absent");
            throw new InputException(Said.of("cli.rule.unreadable", file, why));
        }
    }

    private static Rule parsed(String file, String text) {
        try {
            return RuleParser.parse(text);
        } catch (FormulaException e) {
            throw new InputException(Said.of("cli.file", file, e.said()));
        }
    }
}
