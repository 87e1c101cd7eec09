package downhill.lesson;

import java.util.List;

/** What a learner answered. */
public sealed interface Given {

    /** One of the answers of a choice. */
    record Chosen(String answer) implements Given {
    }

    /** A number. */
    record Typed(double value) implements Given {
    }

    /** Losses at points spread evenly over the run, from its first step to its last. */
    record Drawn(List<Double> losses) implements Given {
        public Drawn {
            losses = List.copyOf(losses);
        }
    }

    /** A point on the surface. */
    record Clicked(double x, double y) implements Given {
    }
}
