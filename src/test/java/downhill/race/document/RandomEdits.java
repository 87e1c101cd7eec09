package downhill.race.document;

import downhill.optim.Penalty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes of a document such as a person may make, drawn from a seed. */
public final class RandomEdits {
    private static final String RATE = "learningRate";

    private final Random random;
    private int born;

    public RandomEdits(long seed) {
        random = new Random(seed);
    }

    /** The document with one thing changed, or nothing. */
    public Experiment edit(Experiment document) {
        int size = document.contenders().size();
        return switch (random.nextInt(14)) {
            case 0 -> document.withTitle("Title " + random.nextInt(4));
            case 1 -> document.withSeed(random.nextInt(3));
            case 2 -> document.withTraining(document.training().withSteps(1000 + 500L * random.nextInt(4)));
            case 3 -> document.withTraining(document.training().withPenalty(new Penalty(0, random.nextInt(3) / 10.0)));
            case 4 -> document.withProblem(new Problem.Surface("rosenbrock", random.nextInt(3), 1));
            case 5, 6 -> added(document, random.nextInt(size + 1));
            case 7 -> size < 2 ? document : removed(document);
            case 8 -> shuffled(document);
            case 9 -> one(document, spec -> spec.withName("Name " + random.nextInt(5)));
            case 10 -> one(document, spec -> spec.withMuted(!spec.muted()).withSeeds(1 + random.nextInt(3)));
            case 11 -> one(document, spec -> spec.withHyperparameters(Map.of(RATE, 0.01 * (1 + random.nextInt(9)))));
            case 12 -> one(document, spec -> spec.withChanges(List.of(new ContenderSpec.Change(random.nextInt(100), RATE, 0.1))));
            default -> forked(document);
        };
    }

    private Experiment added(Experiment document, int place) {
        return with(document, ContenderSpec.of("r" + born++, "Adam", "adam", Map.of(), born), place);
    }

    private static Experiment with(Experiment document, ContenderSpec one, int place) {
        List<ContenderSpec> more = new ArrayList<>(document.contenders());
        more.add(place, one);
        return document.withContenders(more);
    }

    private Experiment forked(Experiment document) {
        if (document.contenders().isEmpty()) {
            return document;
        }
        ContenderSpec parent = any(document);
        ContenderSpec.Fork origin = document.branchOff(parent.id(), random.nextInt(80));
        return with(document, parent.copy("r" + born++, "Branch", born, origin).withChanges(List.of()), document.contenders().size());
    }

    private Experiment removed(Experiment document) {
        ContenderSpec gone = any(document);
        return document.withContenders(document.contenders().stream().filter(one -> one != gone).toList());
    }

    private Experiment shuffled(Experiment document) {
        List<ContenderSpec> order = new ArrayList<>(document.contenders());
        Collections.shuffle(order, random);
        return document.withContenders(order);
    }

    private Experiment one(Experiment document, java.util.function.UnaryOperator<ContenderSpec> change) {
        if (document.contenders().isEmpty()) {
            return document;
        }
        String id = any(document).id();
        return document.withContenders(document.contenders().stream().map(spec -> spec.id().equals(id) ? change.apply(spec) : spec)
                .toList());
    }

    private ContenderSpec any(Experiment document) {
        return document.contenders().get(random.nextInt(document.contenders().size()));
    }
}
