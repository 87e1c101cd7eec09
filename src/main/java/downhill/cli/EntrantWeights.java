package downhill.cli;

import downhill.optim.Average;
import downhill.race.document.ContenderSpec;
import downhill.race.document.StartPoint;
import downhill.race.document.WeightsSettings;
import downhill.race.document.WeightsSpec;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives a contender what was typed about its weights: {@code from=MODEL}, {@code head=new}, {@code freeze=LAYER+LAYER},
 * {@code pace.LAYER=FACTOR}, {@code ema=DECAY}, {@code swa=STEP}, {@code swaEvery=STEPS}, and by {@link EntrantPretraining} what it
 * learns beforehand.
 */
final class EntrantWeights {
    /** Keys that are told where a key is unknown. */
    static final List<String> KEYS = List.of("from", "head", "freeze", "pace.LAYER", "ema", "swa", "swaEvery", "pretrain", "pretrainSteps",
            "pretrainFile");

    private static final String FROM = "from";
    private static final String HEAD = "head";
    private static final String NEW = "new";
    private static final String FREEZE = "freeze";
    private static final String PACE = "pace.";
    private static final String EMA = "ema";
    private static final String SWA = "swa";
    private static final String EVERY = "swaevery";
    private static final String EVERY_TYPED = KEYS.get(6);
    private static final List<String> PLAIN = List.of(FROM, HEAD, FREEZE, EMA, SWA, EVERY);

    private final String who;
    private final Map<String, String> settings;

    /** @param who name of the optimizer, for what is said */
    EntrantWeights(String who, Map<String, String> settings) {
        this.who = who;
        this.settings = settings;
    }

    /** Whether a key is one of these. */
    static boolean has(String key) {
        return PLAIN.contains(key) || key.startsWith(PACE) || EntrantPretraining.has(key);
    }

    /** @throws InputException of one sentence that says what is wrong */
    ContenderSpec apply(ContenderSpec spec) {
        EntrantPretraining.check(who, settings);
        return spec.withWeights(new WeightsSpec(start(), paces(), average()));
    }

    private StartPoint start() {
        String head = settings.get(HEAD);
        if (head != null && !head.equals(NEW)) {
            throw new InputException(Said.of("cli.must", who, HEAD, NEW, head));
        }
        if (head != null && !settings.containsKey(FROM)) {
            throw new InputException(Said.of("cli.needs", who, HEAD, FROM));
        }
        return settings.containsKey(FROM) ? StartChoice.of(settings.get(FROM), head != null) : null;
    }

    private Map<String, Double> paces() {
        Map<String, Double> paces = new TreeMap<>();
        if (settings.containsKey(FREEZE)) {
            List.of(settings.get(FREEZE).split("\\+", -1)).forEach(layer -> paces.put(layer.strip(), 0.0));
        }
        settings.forEach((key, text) -> {
            if (key.startsWith(PACE)) {
                paces.put(key.substring(PACE.length()), WeightsSettings.PACE.read(who + ": " + key, text));
            }
        });
        return paces;
    }

    private Average average() {
        if (settings.containsKey(EMA) && settings.containsKey(SWA)) {
            throw new InputException(Said.of("cli.average.two", who));
        }
        if (settings.containsKey(EVERY) && !settings.containsKey(SWA)) {
            throw new InputException(Said.of("cli.needs", who, EVERY_TYPED, SWA));
        }
        if (settings.containsKey(SWA)) {
            long every = settings.containsKey(EVERY) ? Average.EVERY.read(who + ": " + EVERY_TYPED, settings.get(EVERY))
                    : Average.EVERY.usual();
            return new Average.Stochastic(Average.FROM.read(who + ": " + SWA, settings.get(SWA)), every);
        }
        return settings.containsKey(EMA) ? new Average.Exponential(Average.DECAY.read(who + ": " + EMA, settings.get(EMA))) : null;
    }
}
