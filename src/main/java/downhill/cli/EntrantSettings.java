package downhill.cli;

import downhill.data.Visible;
import downhill.optim.Hyperparameter;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.Scale;
import downhill.race.document.ContenderSettings;
import downhill.race.document.ContenderSpec;
import downhill.setting.Part;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives contenders of one rule what was typed for them. A hyperparameter goes before a setting of the same key. */
final class EntrantSettings {
    private static final String NAME = "name";
    private static final List<String> CLIPPINGS = List.of("clipnorm", "clipvalue");

    private final Rule rule;
    private final long steps;
    private final Penalty shared;

    /**
     * @param steps  of the run, the length of a schedule whose own is left out
     * @param shared penalty of all contenders
     */
    EntrantSettings(Rule rule, long steps, Penalty shared) {
        this.rule = rule;
        this.steps = steps;
        this.shared = shared;
    }

    /** @throws InputException of one sentence that names the key and what it may be */
    ContenderSpec apply(ContenderSpec spec, Map<String, String> settings) {
        if (settings.keySet().containsAll(CLIPPINGS)) {
            throw new InputException(Said.of("cli.clipping", rule.name()));
        }
        ContenderSpec changed = new EntrantWeights(rule.name(), settings).apply(spec);
        for (Map.Entry<String, String> each : settings.entrySet()) {
            changed = isOfWeights(each.getKey()) ? changed : with(changed, each.getKey(), each.getValue());
        }
        return changed;
    }

    private boolean isOfWeights(String key) {
        return EntrantWeights.has(key) && rule.hyperparameters().stream().noneMatch(each -> each.key().equalsIgnoreCase(key));
    }

    private ContenderSpec with(ContenderSpec spec, String key, String text) {
        Optional<Hyperparameter> hyperparameter = rule.hyperparameters().stream().filter(each -> each.key().equalsIgnoreCase(key))
                .findFirst();
        if (hyperparameter.isPresent()) {
            return withHyperparameter(spec, hyperparameter.get(), text);
        }
        return switch (key) {
            case NAME -> spec.withName(name(text));
            case Entrant.SCHEDULE -> spec.withSchedule(ScheduleText.schedule(rule.name(), text, steps));
            default -> withPart(spec, part(key), text);
        };
    }

    private ContenderSpec withHyperparameter(ContenderSpec spec, Hyperparameter hyperparameter, String text) {
        double value = number(hyperparameter, text);
        Said problem = hyperparameter.problemWith(value);
        if (problem != null) {
            throw new InputException(Said.of("cli.of", rule.name(), problem));
        }
        Map<String, Double> values = new TreeMap<>(spec.hyperparameters());
        values.put(hyperparameter.key(), value);
        return spec.withHyperparameters(values);
    }

    private double number(Hyperparameter hyperparameter, String text) {
        if (hyperparameter.scale() == Scale.SWITCH && List.of("on", "off").contains(text)) {
            return text.equals("on") ? 1 : 0;
        }
        return number(hyperparameter.key(), hyperparameter.range().toString(), text);
    }

    /** A contender that changes one part of the penalty keeps the other part of the shared one. */
    private <T> ContenderSpec withPart(ContenderSpec spec, Part<ContenderSpec, T> part, String text) {
        boolean penalty = part.setting() == Penalty.L1 || part.setting() == Penalty.L2;
        ContenderSpec start = penalty && spec.penalty() == null ? spec.withPenalty(shared) : spec;
        return part.with().apply(start, part.setting().read(rule.name() + ": " + part.setting().word(), text));
    }

    private double number(String key, String range, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refused(key, range, text);
        }
    }

    private InputException refused(String key, String range, String text) {
        return new InputException(Said.of("cli.must", rule.name(), key, range, text));
    }

    private String name(String text) {
        if (text.isEmpty()) {
            throw new InputException(Said.of("cli.name.empty", rule.name(), NAME));
        }
        if (Visible.hasHalf(text)) {
            throw new InputException(Said.of("cli.name.half", rule.name(), NAME, Visible.line(text)));
        }
        return text;
    }

    private Part<ContenderSpec, ?> part(String key) {
        return ContenderSettings.PARTS.stream().filter(each -> each.setting().word().equalsIgnoreCase(key)).findFirst()
                .orElseThrow(() -> new InputException(Said.of("cli.unknown", rule.name(), key, known())));
    }

    private Said known() {
        Said own = Said.list(rule.hyperparameters().stream().map(each -> Said.of("cli.known.one", each.key(), each.legal())).toList());
        String common = Stream.concat(ContenderSettings.PARTS.stream().map(each -> each.setting().word()),
                Stream.concat(EntrantWeights.KEYS.stream(), Stream.of(NAME, Entrant.SCHEDULE)))
                .filter(key -> rule.indexOf(key) < 0).collect(Collectors.joining(", "));
        return own.isEmpty() ? Said.of("cli.known.none", common) : Said.of("cli.known", own, common);
    }
}
