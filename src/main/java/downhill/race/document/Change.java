package downhill.race.document;

import downhill.engine.Precision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One thing that became another in a document: a value that can be done, undone, kept and repeated. */
public sealed interface Change {
    /** {@code document} with the change. */
    Experiment in(Experiment document);

    /** What undoes it. */
    Change back();

    /** Another title. */
    record Title(String was, String now) implements Change {
        @Override
        public Experiment in(Experiment document) {
            return document.withTitle(now);
        }

        @Override
        public Change back() {
            return new Title(now, was);
        }
    }

    /** Other data, another model, another surface. */
    record Subject(Problem was, Problem now) implements Change {
        @Override
        public Experiment in(Experiment document) {
            return document.withProblem(now);
        }

        @Override
        public Change back() {
            return new Subject(now, was);
        }
    }

    /** What all contenders share. */
    record Training(TrainingSpec was, TrainingSpec now) implements Change {
        @Override
        public Experiment in(Experiment document) {
            return document.withTraining(now);
        }

        @Override
        public Change back() {
            return new Training(now, was);
        }
    }

    /** Another seed. */
    record Seed(long was, long now) implements Change {
        @Override
        public Experiment in(Experiment document) {
            return document.withSeed(now);
        }

        @Override
        public Change back() {
            return new Seed(now, was);
        }
    }

    /** Another number format. */
    record Format(Precision was, Precision now) implements Change {
        @Override
        public Experiment in(Experiment document) {
            return document.withPrecision(now);
        }

        @Override
        public Change back() {
            return new Format(now, was);
        }
    }

    /** Another search; either may be null. */
    record Search(SearchSpec was, SearchSpec now) implements Change {
        @Override
        public Experiment in(Experiment document) {
            return document.withSearch(now);
        }

        @Override
        public Change back() {
            return new Search(now, was);
        }
    }

    /** Other smaller forms are wished for; either may be null. */
    record Forms(List<FormSpec> was, List<FormSpec> now) implements Change {
        @Override
        public Experiment in(Experiment document) {
            return document.withShrink(now);
        }

        @Override
        public Change back() {
            return new Forms(now, was);
        }
    }

    /** Another way to judge contenders. */
    record Method(EvaluationSpec was, EvaluationSpec now) implements Change {
        @Override
        public Experiment in(Experiment document) {
            return document.withEvaluation(now);
        }

        @Override
        public Change back() {
            return new Method(now, was);
        }
    }

    /**
     * Somebody came.
     *
     * @param place from 0
     */
    record Added(ContenderSpec contender, int place) implements Change {
        @Override
        public Experiment in(Experiment document) {
            List<ContenderSpec> more = new ArrayList<>(document.contenders());
            more.removeIf(one -> one.id().equals(contender.id()));
            more.add(Math.min(place, more.size()), contender);
            return document.withContenders(more);
        }

        @Override
        public Change back() {
            return new Removed(contender, place);
        }
    }

    /**
     * Somebody left.
     *
     * @param place from 0
     */
    record Removed(ContenderSpec contender, int place) implements Change {
        @Override
        public Experiment in(Experiment document) {
            return document.withContenders(document.contenders().stream().filter(one -> !one.id().equals(contender.id())).toList());
        }

        @Override
        public Change back() {
            return new Added(contender, place);
        }
    }

    /** A contender is another, under the same id. */
    record Edited(ContenderSpec was, ContenderSpec now) implements Change {
        @Override
        public Experiment in(Experiment document) {
            return document.withContenders(document.contenders().stream().map(one -> one.id().equals(now.id()) ? now : one).toList());
        }

        @Override
        public Change back() {
            return new Edited(now, was);
        }
    }

    /**
     * A remedy was tried, or that was taken back.
     *
     * @param begun whether it was tried
     */
    record Treated(TriedRemedy one, boolean begun) implements Change {
        @Override
        public Experiment in(Experiment document) {
            return begun ? document.tried(one)
                    : document.withTreatments(document.tried().stream().filter(other -> !other.id().equals(one.id())).toList());
        }

        @Override
        public Change back() {
            return new Treated(one, !begun);
        }
    }

    /** The race began again at step 0; the document itself is the same. */
    record Restarted() implements Change {
        @Override
        public Experiment in(Experiment document) {
            return document;
        }

        @Override
        public Change back() {
            return this;
        }
    }

    /** Contenders, by id, stand in another order; whoever is not named stands behind. */
    record Ordered(List<String> was, List<String> now) implements Change {
        /** The lists are kept as they are. */
        public Ordered {
            was = List.copyOf(was);
            now = List.copyOf(now);
        }

        @Override
        public Experiment in(Experiment document) {
            List<ContenderSpec> order = new ArrayList<>(document.contenders());
            order.sort(Comparator.comparingInt(one -> now.contains(one.id()) ? now.indexOf(one.id()) : now.size()));
            return document.withContenders(order);
        }

        @Override
        public Change back() {
            return new Ordered(now, was);
        }
    }
}
