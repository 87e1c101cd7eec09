package downhill.cli;

import downhill.data.Progress;
import downhill.words.Said;

/** A way to explain a model, one class each; {@link ExplainMethods} lists them. */
interface ExplainMethod {
    /**
     * Explains.
     *
     * @throws downhill.words.SaidException of one sentence where it cannot
     * @throws java.util.concurrent.CancellationException where the progress said to give up
     */
    ExplainResult explain(ExplainTask task, Progress progress);

    /** How many moments of the training it looks at; 0 for the model alone. */
    default int moments() {
        return 0;
    }

    /** What must be known before it begins, such as that it takes long; {@link Said#NOTHING} for nothing. */
    default Said warning(ExplainTask task) {
        return Said.NOTHING;
    }
}
